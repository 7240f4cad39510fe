/** Asking for a person, and what has become of it, at any point of the conversation. */
import { caseVerbs } from '../../cards/support/caseCard.ts';
import { guideCardKind } from '../../cards/support/guideCard.ts';
import { findReference } from '../../commerce/order/reference.ts';
import { type Opening, SubFlow } from '../step/subFlow.ts';
import { DeskCaseDialog, type DeskCaseNeeds } from './deskCaseDialog.ts';
import { DeskDialog, type DeskDialogNeeds } from './deskDialog.ts';
import { GuideDialog, type GuideNeeds } from './guiding/guideDialog.ts';
import { ShareDialog, type ShareNeeds } from './guiding/shareDialog.ts';
import { MyCaseDialog, type MyCaseNeeds } from './myCaseDialog.ts';
import { OpenCaseDialog, type OpenCaseNeeds } from './openCaseDialog.ts';

export type SupportNeeds = MyCaseNeeds &
  OpenCaseNeeds &
  DeskCaseNeeds &
  DeskDialogNeeds &
  GuideNeeds &
  ShareNeeds;

const deskVerbs = Object.fromEntries(
  (Object.keys(caseVerbs) as (keyof typeof caseVerbs)[]).map((verb) => [verb, 'desk-case']),
);

const guideVerbs = Object.fromEntries(
  ['case.guide', ...guideCardKind.verbs].map((verb) => [verb, 'guide']),
);

export class SupportDialog extends SubFlow {
  static readonly commands = {
    deskHere: 'desk-here',
    desk: 'desk',
    withdrawCase: 'withdraw-case',
    reopenCase: 'reopen-case',
    myCase: 'my-case',
    openCase: 'open-case',
  };

  constructor(needs: SupportNeeds) {
    const steps = [
      new OpenCaseDialog('open-case', needs),
      new MyCaseDialog('my-case', undefined, needs),
      new MyCaseDialog('withdraw-case', 'withdraw', needs),
      new MyCaseDialog('reopen-case', 'reopen', needs),
      new DeskCaseDialog('desk-case', needs),
      new GuideDialog('guide', needs),
      new ShareDialog('share', needs),
      new DeskDialog('desk', false, needs),
      new DeskDialog('desk-here', true, needs),
    ];
    super('support', steps, {
      commands: SupportDialog.commands,
      verbs: {
        'case.open': 'open-case',
        'case.show': 'my-case',
        'case.withdraw': 'withdraw-case',
        'case.reopen': 'reopen-case',
        ...deskVerbs,
        ...guideVerbs,
        'case.share': 'share',
        'case.keep': 'share',
        'desk.filter': 'desk',
        'desk.page': 'desk',
      },
    });
  }

  /** A reference alone asks how far the case is. */
  override hears(text: string): Opening | undefined {
    const opening = super.hears(text);
    if (opening) return opening;
    return findReference(text, 'CASE') ? { step: 'my-case', said: text } : undefined;
  }
}
