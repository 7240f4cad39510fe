/** Orders that wait for somebody's approval, at any point of the conversation. */
import { findReference } from '../../commerce/order/reference.ts';
import { type Opening, SubFlow } from '../step/subFlow.ts';
import { ApprovalDialog, type ApprovalNeeds } from './approvalDialog.ts';

export class ApprovalFlow extends SubFlow {
  static readonly commands = { approvals: 'approval' };

  constructor(needs: ApprovalNeeds) {
    super('approvals', [new ApprovalDialog('approval', needs)], {
      commands: ApprovalFlow.commands,
      verbs: {
        'approval.show': 'approval',
        'approval.approve': 'approval',
        'approval.return': 'approval',
        'approval.withdraw': 'approval',
      },
    });
  }

  /** What names one is about it: `approve APR-7K3M9QX2`. */
  override hears(text: string): Opening | undefined {
    if (findReference(text, 'APR')) return { step: 'approval', said: text };
    return super.hears(text);
  }
}
