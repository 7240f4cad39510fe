import assert from 'node:assert/strict';
import { DialogTree } from '../../../dialogs/root/dialogTree.ts';
import { RootDialog, type RootNeeds } from '../../../dialogs/root/rootDialog.ts';
import { Dialog } from '../../../dialogs/step/sdkDialogs.ts';
import { SubFlow } from '../../../dialogs/step/subFlow.ts';

class Step extends Dialog {
  override async beginDialog() {
    return Dialog.EndOfTurn;
  }
}

function versionWith(...steps: string[]): string {
  const flow = new SubFlow(
    'flow',
    steps.map((id) => new Step(id)),
    { commands: {}, verbs: {} },
  );
  return new DialogTree(new RootDialog([flow], {} as RootNeeds), async () => false).version;
}

describe('The version of the dialog tree', () => {
  it('is the same for the same dialogs', () => {
    assert.equal(versionWith('one', 'two'), versionWith('one', 'two'));
  });

  it('changes with a step of a sub-flow, so that no stack of before is continued', () => {
    assert.notEqual(versionWith('one', 'two'), versionWith('one'));
    assert.notEqual(versionWith('one', 'two'), versionWith('one', 'three'));
  });
});
