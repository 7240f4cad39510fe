/**
 * A change of plan by hand: which plan, to which one, what it means, and the checklist to its end; and licences
 * that come free, since their users are moved to none.
 */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { findReference } from '../../commerce/order/reference.ts';
import { type Opening, SubFlow, type SubFlowOptions } from '../step/subFlow.ts';
import { BackupDialog, type BackupNeeds } from './backupDialog.ts';
import { ChangeFromDialog, type ChangeFromNeeds } from './changeFromDialog.ts';
import { ChangePlanDialog, type ChangePlanNeeds } from './changePlanDialog.ts';
import { ChangeToDialog, type ChangeToNeeds } from './changeToDialog.ts';
import { ChecklistDialog, type ChecklistNeeds } from './checklistDialog.ts';
import { Diagnose } from './diagnosed.ts';
import { AddLicencesDialog, type AddLicencesNeeds } from './freeUp/addLicencesDialog.ts';
import { FreeUsersDialog, type FreeUsersNeeds } from './freeUp/freeUsersDialog.ts';
import { MoveDialog, type MoveNeeds } from './moving/moveDialog.ts';
import { MovePlanDialog, type MovePlanNeeds } from './moving/movePlanDialog.ts';
import { MoveUsersDialog, type MoveUsersNeeds } from './moving/moveUsersDialog.ts';

export type ManualChangeNeeds = ChangeFromNeeds &
  ChangeToNeeds &
  ChangePlanNeeds &
  ChecklistNeeds &
  BackupNeeds &
  MoveUsersNeeds &
  FreeUsersNeeds &
  AddLicencesNeeds &
  MovePlanNeeds &
  MoveNeeds;

export class ManualChangeDialog extends SubFlow {
  static readonly commands = { manual: 'start', manualMerge: 'start', freeUp: 'free-users' };

  constructor(needs: ManualChangeNeeds) {
    const steps = [
      new ChangeFromDialog('change-from', needs),
      new ChangeToDialog('change-to', needs),
      new ChangePlanDialog('change-plan', needs),
      new ChecklistDialog('manual-change', needs),
      new BackupDialog('backup', needs),
      new MoveUsersDialog(needs),
      new FreeUsersDialog(needs),
      new AddLicencesDialog('add-licences', needs),
      new MovePlanDialog('move-plan', needs),
      new MoveDialog('move', needs),
    ];
    super('manual', steps, {
      commands: ManualChangeDialog.commands,
      verbs: {
        'manual.start': 'start',
        'manual.other': 'other',
        'manual.done': 'manual-change',
        'manual.next': 'manual-change',
        'manual.leave': 'manual-change',
        'manual.fewer': 'manual-change',
        'manual.stop': 'manual-change',
        'manual.move': 'move-users',
        'free.start': 'free-users',
        'move.refresh': 'move',
        'move.pause': 'move',
        'move.resume': 'move',
        'move.stop': 'move',
        'move.retry': 'move',
        'move.undo': 'move',
        'move.report': 'move',
        'move.left': 'move',
      },
    });
  }

  protected override endComponent(
    outerDC: DialogContext,
    result: unknown,
  ): Promise<DialogTurnResult> {
    if (!(result instanceof Diagnose)) return super.endComponent(outerDC, result);
    const step = result.subject.subscriptionId === undefined ? 'start' : 'diagnosis';
    return outerDC.replaceDialog('upgrade', { step, subject: result.subject });
  }

  /** What is said beside the command counts: which plan, how many users. */
  override hears(text: string): Opening | undefined {
    const opening = super.hears(text);
    if (opening) return { ...opening, said: text };
    return findReference(text, 'CHG') ? { step: 'start', said: text } : undefined;
  }

  protected override onBeginDialog(
    innerDC: DialogContext,
    options: SubFlowOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    if (options.step === 'other') {
      return innerDC.beginDialog('change-from', { subject: {}, memory: { other: true } });
    }
    if (options.step !== 'start') return super.onBeginDialog(innerDC, options);
    const { changeId } = options.subject;
    if (changeId) return innerDC.beginDialog('manual-change', options);
    return innerDC.beginDialog('change-from', options);
  }
}
