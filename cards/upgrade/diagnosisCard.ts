/** Everything that stands in the way of an upgrade, and what the admin can do about it. */
import type { Reason, ReasonCode } from '../../commerce/model/reason.ts';
import type { Warning } from '../../commerce/model/warning.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import {
  actionSet,
  block,
  type Element,
  heading,
  paragraph,
  small,
  verbatim,
} from '../kit/elements.ts';
import { asOfLine, frame } from '../kit/frame.ts';
import { counted, reasonSentence, reasonSteps, reasonWho, writeOut } from '../kit/wording.ts';
import type { DiagnosisView } from '../views.ts';

/** More than this hardly ever hold at once; the rest is told in one line each to keep the card small. */
const toldInFull = 6;

/** These do not pass: another plan has to be bought, or support has to help. */
const forGood: readonly ReasonCode[] = ['END_OF_SALE', 'LEGACY_PLAN', 'PRODUCT_KEY'];

export function diagnosisCard(view: DiagnosisView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf<'diagnosis'>(context);
  const titles = view.reasons.map((reason) => reasonSentence(reason, 'title', l));
  const passes = !view.reasons.some(({ code }) => forGood.includes(code));
  return frame('diagnosis', {
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
        .map((reason, index) => reasonBlock(reason, view.reasons[index - 1], view, context)),
      ...view.reasons
        .slice(toldInFull)
        .map((reason) => block(paragraph(reasonSentence(reason, 'title', l)), codeLine(reason, l))),
      ...notices(view, l),
      asOfLine(view, l),
    ],
    actions: [
      button({ verb: 'diagnosis.recheck', title: l.t('cards.diagnosis.recheck'), primary: true }),
      button({ verb: 'diagnosis.watch', title: l.t('cards.diagnosis.watch') }),
      button({ verb: 'upgrade.start', title: l.t('cards.common.otherProduct') }),
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

function reasonBlock(
  reason: Reason,
  before: Reason | undefined,
  view: DiagnosisView,
  context: CardContext,
): Element {
  const { l } = context;
  const groupLine =
    reason.group === before?.group ? [] : [small(l.t(`cards.diagnosis.group.${reason.group}`))];
  const again =
    reason.recheckAt === undefined
      ? []
      : [
          paragraph(
            l.t('cards.diagnosis.recheckAt', {
              time: l.dateTime(reason.recheckAt, view.timeZone),
            }),
          ),
        ];
  const ways = waysOn(reason, view, context);
  return block(
    ...groupLine,
    heading(reasonSentence(reason, 'title', l)),
    verbatim(reasonSentence(reason, 'cause', l)),
    verbatim(...numbered(reasonSteps(reason, l), l)),
    small(l.t('cards.diagnosis.who', { who: reasonWho(reason, view.agreement, l) })),
    ...again,
    ...(ways.length > 0 ? [actionSet(ways)] : []),
    codeLine(reason, l),
  );
}

function waysOn(reason: Reason, { userList }: DiagnosisView, context: CardContext): Element[] {
  const { l } = context;
  const title = reasonSentence(reason, 'title', l);
  const button = buttonsOf<'diagnosis'>(context);
  return [
    ...(reason.link === undefined
      ? []
      : [openUrl(l.t('cards.diagnosis.open'), reason.link, title)]),
    ...(userList && reason.code === 'LICENSE_CONFLICT'
      ? [button({ verb: 'diagnosis.list', title: l.t('cards.diagnosis.userList') })]
      : []),
  ];
}

/** A remedy of one step needs no number. */
function numbered(steps: string[], l: Localiser): string[] {
  if (steps.length === 1) return steps;
  return steps.map((step, index) => l.t('cards.diagnosis.step', { n: l.number(index + 1), step }));
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

function codeLine({ code }: Reason, l: Localiser): Element {
  return small(l.t('cards.common.code', { code }));
}
