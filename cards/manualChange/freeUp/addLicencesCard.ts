/** Licences that are added instead: how many, where and by whom; then it is looked at again. */
import { adminCenter } from '../../../commerce/diagnosis/adminCenter.ts';
import type { Agreement } from '../../../commerce/model/account.ts';
import type { OrUnknown } from '../../../commerce/model/unknown.ts';
import { buttonsOf, openUrl } from '../../kit/buttons.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import { actionSet, paragraph, small } from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { counted, reasonWho } from '../../kit/wording.ts';

export const addLicencesCardKind = defineCard('add-licences', {
  verbs: ['diagnosis.recheck', 'free.start'],
  asks: true,
});

export interface AddLicencesView {
  planName: string;
  /** How many are missing. */
  missing: number;
  /** Decides who sells and who may buy. */
  agreement: OrUnknown<Agreement>;
}

export function addLicencesCard(view: AddLicencesView, context: CardContext): Card {
  const { l } = context;
  const { planName: plan, missing, agreement } = view;
  const button = buttonsOf(addLicencesCardKind, context);
  const summary = counted(l, `cards.addLicences.${missing > 0 ? 'missing' : 'enough'}`, missing, {
    plan,
  });
  const isPartners = agreement === 'CSP';
  const key = `cards.addLicences.steps.${isPartners ? 'partner' : 'adminCenter'}`;
  const steps = missing > 0 ? l.t(key, { plan, n: l.number(missing) }).split('\n') : [];
  const who = reasonWho({ code: 'LICENSE_CONFLICT' }, agreement, l);
  return frame(addLicencesCardKind, context, {
    title: l.t('cards.addLicences.title', { plan }),
    summary,
    body: [
      paragraph(summary),
      ...steps.map((step, at) =>
        paragraph(l.t('cards.diagnosis.step', { n: l.number(at + 1), step })),
      ),
      ...(isPartners || missing <= 0
        ? []
        : [actionSet([openUrl(l.t('cards.diagnosis.open'), adminCenter.subscriptions)])]),
      ...(missing > 0
        ? [small(l.t('cards.diagnosis.who', { who })), small(l.t('cards.addLicences.late'))]
        : []),
    ],
    actions: [
      button({ verb: 'diagnosis.recheck', title: l.t('cards.diagnosis.recheck'), primary: true }),
      button({ verb: 'free.start', title: l.t('cards.addLicences.instead') }),
    ],
  });
}
