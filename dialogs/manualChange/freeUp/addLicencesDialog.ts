/** More licences instead of fewer users: where they are bought, and whether they have come. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../../cards/kit/card.ts';
import { addLicencesCard } from '../../../cards/manualChange/freeUp/addLicencesCard.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { match } from '../../../understanding/phrases.ts';
import { planName } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { diagnosed } from '../diagnosed.ts';
import { type StandingNeeds, standing } from './standing.ts';

export interface AddLicencesNeeds extends StepNeeds, StandingNeeds {
  catalog: Pick<Catalog, 'find'>;
}

export class AddLicencesDialog extends StepDialog<AddLicencesNeeds> {
  protected override async present(place: Place): Promise<void> {
    const { turn, subject } = place;
    const { facts, skuId, toFree } = await standing(this.needs, place);
    const { agreement } = facts.account;
    const name = planName(this.needs.catalog, skuId, turn.l);
    const view = { planName: name, missing: toFree, agreement };
    const about = { subject: { subscriptionId: subject.subscriptionId } };
    await turn.show('add-licences', about, (context: CardContext) =>
      addLicencesCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { verb, text } = turn.intent;
    const says = (keys: readonly string[]) => keys.some((key) => match(text, key) !== undefined);
    const looks = ['recheck', 'next', 'manualDone', 'manualBought'];
    if (verb ? verb === 'diagnosis.recheck' : says(looks)) {
      await turn.close(['add-licences'], turn.l.t('dialogs.outcome.checked'));
      return diagnosed(step, subject);
    }
    if (verb === undefined && says(['back'])) {
      await turn.close(['add-licences'], turn.l.t('dialogs.outcome.back'));
      return step.go('free-users');
    }
    return this.hint(step, 'dialogs.freeing.addHint');
  }
}
