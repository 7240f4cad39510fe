/** How far an order has come, as a line; what comes next, and by when. */
import type { Order } from '../../commerce/model/order.ts';
import { slowAfterMinutes, upgradeRecheckMinutes } from '../../commerce/model/policyValues.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, progressBar, stackedBar, table } from '../kit/elements.ts';
import { folded } from '../kit/folded.ts';
import type { AsOf } from '../kit/frame.ts';
import { toneOf } from './orderParts.ts';
import { orderSteps } from './orderSteps.ts';

/** The line of progress, and in a sentence what it leads to. */
export function stepLine(order: Order, seen: AsOf, l: Localiser): Element[] {
  const steps = orderSteps(order);
  const done = steps.filter(({ mark }) => mark === 'done' || mark === 'partly').length;
  const isOnTheWay = steps.some(({ mark }) => mark === 'now');
  const percent = Math.floor(((done + (isOnTheWay ? 0.5 : 0)) * 100) / steps.length);
  const values = { done: l.number(done), of: l.number(steps.length) };
  const text = l.t('cards.order.line.done', values);
  return [progressBar(percent, text, toneOf(order)), ...whatComes(order, seen, l)];
}

/** Nothing is promised of an order of which nobody knows whether it was taken. */
function whatComes(order: Order, seen: AsOf, l: Localiser): Element[] {
  if (order.unclearSince !== undefined) return [];
  const steps = orderSteps(order);
  const said = (mark: 'stopped' | 'ahead', key: 'stopped' | 'next'): string[] => {
    const one = steps.find((step) => step.mark === mark);
    return one
      ? [l.t(`cards.order.line.${key}`, { step: l.t(`cards.order.step.${one.step}`) })]
      : [];
  };
  const stopped = said('stopped', 'stopped');
  const lines =
    stopped.length > 0 ? stopped : [...byWhen(order, seen, l), ...said('ahead', 'next')];
  return lines.length > 0 ? [paragraph(lines.join(' '))] : [];
}

/** Nothing where nobody can tell. */
function byWhen(order: Order, seen: AsOf, l: Localiser): string[] {
  if (order.state === 'creditCheck' && order.creditCheckBy !== undefined) {
    return [l.t('cards.order.creditCheckBy', { date: l.date(order.creditCheckBy) })];
  }
  if (order.state === 'provisioning') return setUpBy(order, seen, l);
  return order.state === 'reassigning' ? movedBy(order, seen, l) : [];
}

function setUpBy({ changedAt }: Order, seen: AsOf, l: Localiser): string[] {
  const since = Temporal.Instant.from(changedAt);
  const [soon, late] = [upgradeRecheckMinutes, slowAfterMinutes].map((minutes) =>
    since.add({ minutes }),
  ) as [Temporal.Instant, Temporal.Instant];
  const isPast = (one: Temporal.Instant): boolean =>
    Temporal.Instant.compare(one, Temporal.Instant.from(seen.asOf)) <= 0;
  if (isPast(late)) return [];
  const values = { soon: clock(soon, seen, l), late: clock(late, seen, l) };
  return [l.t(`cards.order.line.${isPast(soon) ? 'late' : 'soon'}`, values)];
}

/** Minutes of moving after which its pace says something. */
const paceAfterMinutes = 2;

/** If it goes on as fast as it went so far. */
function movedBy(order: Order, seen: AsOf, l: Localiser): string[] {
  const users = countedUsers(order);
  const began = order.audit.findLast(({ from, to }) => to === 'reassigning' && from !== to)?.at;
  if (!users || began === undefined || users.moved === 0 || users.moved >= users.total) return [];
  const start = Temporal.Instant.from(began);
  const seconds = start.until(Temporal.Instant.from(seen.asOf)).total('seconds');
  if (seconds < paceAfterMinutes * 60) return [];
  const end = start.add({ seconds: Math.ceil((seconds * users.total) / users.moved) });
  return [l.t('cards.order.line.pace', { time: clock(end, seen, l) })];
}

/** The time alone on the day on which the card is read. */
function clock(instant: Temporal.Instant, { asOf, timeZone }: AsOf, l: Localiser): string {
  const [day, today] = [instant, Temporal.Instant.from(asOf)].map((one) =>
    one.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );
  const said = instant.toString();
  return day === today ? l.time(said, timeZone) : l.dateTime(said, timeZone);
}

interface CountedUsers {
  moved: number;
  total: number;
}

/** Undefined where the service does not tell, and where there are none. */
function countedUsers({ users: { moved, total } }: Order): CountedUsers | undefined {
  return moved === undefined || total === 0 ? undefined : { moved, total };
}

/** The same count in a sentence (`moved`) or behind the name of its step (`stepMoved`). */
function count(key: 'moved' | 'stepMoved', users: CountedUsers, l: Localiser): string {
  const [moved, total] = [l.number(users.moved), l.number(users.total)];
  return l.t(`cards.order.${key}`, { moved, total, step: l.t('cards.order.step.reassigning') });
}

/** How many have moved, as a bar: while they do, and where some did not. */
export function userBar(order: Order, l: Localiser): Element[] {
  const users = countedUsers(order);
  if (!users) return [];
  const left = order.users.failures.length;
  if (left > 0) {
    const part = (name: string, n: number): string =>
      `${l.t(`cards.order.users.${name}`)}: ${l.number(n)}`;
    return [
      stackedBar(l.t('cards.order.users.title'), [
        { legend: part('moved', users.moved), value: users.moved, tone: 'good' },
        { legend: part('left', left), value: left, tone: 'attention' },
      ]),
    ];
  }
  if (order.state !== 'reassigning') return [];
  const percent = Math.floor((users.moved * 100) / users.total);
  const told = paragraph(count('moved', users, l));
  return [told, progressBar(percent, l.t('cards.order.percent', { percent }))];
}

/** Each step by its name, for who wants to see them all. */
export function allSteps(order: Order, l: Localiser): Element[] {
  const header = [l.t('cards.order.stepHeader'), l.t('cards.order.markHeader')];
  const users = countedUsers(order);
  const rows = orderSteps(order).map(({ step, mark }) => [
    step === 'reassigning' && mark !== 'ahead' && users
      ? count('stepMoved', users, l)
      : l.t(`cards.order.step.${step}`),
    l.t(`cards.order.mark.${mark}`),
  ]);
  return folded({
    id: 'steps',
    items: [table([3, 2], [header, ...rows])],
    show: l.t('cards.order.line.show'),
    hide: l.t('cards.common.showLess'),
  });
}
