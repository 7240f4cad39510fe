/** Everything that stands in the way of an upgrade, and what the admin can do about it. */

import { mayPass, type Reason, type ReasonCode } from '../../commerce/diagnosis/reason.ts';
import type { Warning } from '../../commerce/diagnosis/warning.ts';
import type { Agreement } from '../../commerce/model/account.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, heading, paragraph, verbatim } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { counted, reasonSentence, writeOut } from '../kit/wording.ts';
import { reasonBlock, reasonLine } from './reasonBlock.ts';

export const diagnosisCardKind = defineCard('diagnosis', {
  verbs: [
    'diagnosis.recheck',
    'diagnosis.watch',
    'diagnosis.list',
    'free.start',
    'approval.prepare',
    'manual.start',
    'support.request',
    'upgrade.start',
  ],
  asks: true,
  showsPriceOrOrder: true,
});

export interface DiagnosisView extends AsOf {
  /** There is no other subscription to choose. */
  alone?: true;
  planName: string;
  /** At least one; with none there is nothing to diagnose. */
  reasons: Reason[];
  /** After a re-check: what is gone and what is new since the last look. */
  changes?: { gone: ReasonCode[]; added: ReasonCode[] };
  /** What doesn't stop the upgrade but should be known. */
  warnings: Warning[];
  /** Decides who may do what. */
  agreement: OrUnknown<Agreement>;
  /** Whether there are more users than a reason names, so that a list is worth asking for. */
  userList: boolean;
  /** Whether an order can be put together all the same, for somebody else to approve. */
  preparable?: boolean;
}

/** More than this hardly ever hold at once; the rest is told in one line each to keep the card small. */
const toldInFull = 5;

export function diagnosisCard(view: DiagnosisView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(diagnosisCardKind, context);
  const titles = view.reasons.map((reason) => reasonSentence(reason, 'title', l));
  const passes = mayPass(view.reasons);
  return frame(diagnosisCardKind, context, {
    title: l.t(`cards.diagnosis.${passes ? 'title' : 'titleForGood'}`, { plan: view.planName }),
    summary: counted(l, 'cards.diagnosis.summary', view.reasons.length, {
      plan: view.planName,
      first: titles[0] ?? '',
    }),
    body: [
      paragraph(counted(l, 'cards.diagnosis.intro', view.reasons.length)),
      ...changesSinceLastLook(view, l),
      ...view.reasons
        .slice(0, toldInFull)
        .map((reason, index) =>
          reasonBlock(
            reason,
            view.reasons[index - 1],
            { ...view, ways: waysOn(reason, view, context) },
            l,
          ),
        ),
      ...view.reasons.slice(toldInFull).flatMap((reason) => reasonLine(reason, l)),
      ...notices(view, l),
      asOfLine(view, l),
    ],
    actions: [
      button({ verb: 'diagnosis.recheck', title: l.t('cards.diagnosis.recheck'), primary: true }),
      ...(passes ? [button({ verb: 'diagnosis.watch', title: l.t('cards.diagnosis.watch') })] : []),
      ...(view.alone
        ? []
        : [button({ verb: 'upgrade.start', title: l.t('cards.common.otherProduct') })]),
      button({ verb: 'manual.start', title: l.t('cards.common.manual') }),
      button({ verb: 'support.request', title: l.t('cards.common.support') }),
    ],
  });
}

function changesSinceLastLook({ changes, reasons }: DiagnosisView, l: Localiser): Element[] {
  if (!changes) return [];
  const gone = changes.gone.map((code) => reasonSentence({ code, values: {} }, 'title', l));
  const added = reasons
    .filter(({ code }) => changes.added.includes(code))
    .map((reason) => reasonSentence(reason, 'title', l));
  if (gone.length + added.length === 0) return [paragraph(l.t('cards.diagnosis.unchanged'))];
  return [
    ...(gone.length > 0
      ? [paragraph(l.t('cards.diagnosis.gone', { reasons: gone.join('; ') }))]
      : []),
    ...(added.length > 0
      ? [paragraph(l.t('cards.diagnosis.added', { reasons: added.join('; ') }))]
      : []),
  ];
}

function waysOn(
  reason: Reason,
  { userList, preparable }: DiagnosisView,
  context: CardContext,
): Element[] {
  const { l } = context;
  const title = reasonSentence(reason, 'title', l);
  const button = buttonsOf(diagnosisCardKind, context);
  return [
    ...(reason.link === undefined
      ? []
      : [openUrl(l.t('cards.diagnosis.open'), reason.link, title)]),
    ...(reason.toFree === undefined
      ? []
      : [button({ verb: 'free.start', title: l.t('cards.diagnosis.free') })]),
    ...(preparable && reason.code === 'INSUFFICIENT_ROLE'
      ? [button({ verb: 'approval.prepare', title: l.t('cards.diagnosis.prepare') })]
      : []),
    ...(userList && reason.code === 'LICENSE_CONFLICT'
      ? [button({ verb: 'diagnosis.list', title: l.t('cards.diagnosis.userList') })]
      : []),
  ];
}

function notices({ warnings }: DiagnosisView, l: Localiser): Element[] {
  if (warnings.length === 0) return [];
  const lines = warnings.map((warning) => paragraphOf(warning, l));
  return [block(heading(l.t('cards.diagnosis.notices')), ...lines)];
}

/** Shown letter by letter: names of plans may hold anything. */
function paragraphOf({ code, values }: Warning, l: Localiser): Element {
  return verbatim(l.t(`reasons.warnings.${code}`, writeOut(values, l)));
}
