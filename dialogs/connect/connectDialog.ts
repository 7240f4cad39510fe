/** Connecting an organization, and forgetting it again. */
import { SubFlow } from '../step/subFlow.ts';
import { type ConnectNeeds, ConnectStep } from './connectStep.ts';
import { type DisconnectNeeds, DisconnectStep } from './disconnectStep.ts';

export type ConnectDialogNeeds = ConnectNeeds & DisconnectNeeds;

export class ConnectDialog extends SubFlow {
  static readonly commands = { disconnect: 'disconnect' };

  constructor(needs: ConnectDialogNeeds) {
    const steps = [new ConnectStep('connect', needs), new DisconnectStep('disconnect', needs)];
    super('connecting', steps, { commands: ConnectDialog.commands, verbs: {} });
  }
}
