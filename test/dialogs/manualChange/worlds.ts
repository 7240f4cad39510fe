/** Where a conversation takes place: a simulated tenant, or a real one whose Microsoft is the wire servers. */
import assert from 'node:assert/strict';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { simulate } from '../../../dialogs/tester/simulate.ts';
import { permissionToMove, permissionToSeeSignIns } from '../../../microsoft/permissions.ts';
import { LiveBot } from '../../microsoft/wire/liveBot.ts';
import { patient } from '../../microsoft/wire/wireMicrosoft.ts';
import { allRoles } from '../../microsoft/wire/wireTenants.ts';
import { startBot } from '../../support/bot/bot.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, startTalk, type Talk } from '../../support/teams/transcript.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';
import { storedUsers } from '../../support/tenant/storedUsers.ts';
import { TriedLicences } from '../../support/tenant/triedLicences.ts';
import type { Course } from './courses.ts';

/** One chat in a tenant of its own. */
export interface Scene {
  /** Plays a table, with what is said below of its lines. */
  play(table: readonly Exchange[]): Promise<void>;
  /** Everybody in the directory as it is now. */
  users(): Promise<DirectoryUser[]>;
  end(): Promise<void>;
}

/** What a course needs of the tenant and of the chat. */
type Setting = Pick<Course, 'scenario' | 'locale' | 'seesSignIns'>;

export interface World {
  open(course: Setting): Promise<Scene>;
  stop(): Promise<void>;
}

/** The bot's time is this machine's, and can be told to jump ahead. */
class Watch {
  #ahead = Temporal.Duration.from({ seconds: 0 });
  readonly now = (): Temporal.Instant => Temporal.Now.instant().add(this.#ahead);

  pass(duration: Temporal.DurationLike): void {
    this.#ahead = this.#ahead.add(duration);
  }
}

/**
 * The lines of a transcript, and three more. `elsewhere …` is what somebody does where the bot does not see it, in
 * the words of testers: `buy 30 PLAN`, `cancel PLAN`, `group GROUP PLAN`, `time +2h`. `meanwhile …` lets that much
 * of our time pass, again and again, until a notice says so. `look …` types that until the answer fits. An answer
 * such as `[move] Some are left` is a card that says so.
 */
function playing(
  talk: Talk,
  elsewhere: (what: string) => Promise<void>,
  watch: Watch,
): (table: readonly Exchange[]) => Promise<void> {
  const lines: Record<string, (what: string, answer?: string) => Promise<void>> = {
    elsewhere,
    meanwhile: async (duration, answer) => {
      const isTold = () => isShown(talk, 'notice') && isSaid(talk, answer);
      while (!isTold()) {
        watch.pass(duration);
        // What is due is found after five seconds at the latest.
        await talk.teams.waitFor(isTold, 6_000).catch(() => undefined);
      }
      await talk.play([['wait [notice]', '…']]);
    },
    look: async (what, answer) => {
      do await talk.play([[what, '…']]);
      while (!isSaid(talk, answer));
    },
  };
  return async (table) => {
    for (const [does, ...answers] of table) {
      const [, how = '', what = ''] = /^(\w+) (.+)$/.exec(does) ?? [];
      const cards = answers.map((line) => line.replace(/^(\S+\]) .*$/s, '$1'));
      if (Object.hasOwn(lines, how)) await lines[how]?.(what, ...answers);
      else await talk.play([[does, ...cards]]);
      const missing = answers.find((line) => !isSaid(talk, line));
      assert.equal(missing, undefined, `after “${does}”: ${textOf(talk.teams.lastCard())}`);
    }
  };
}

/** Whether the card that the line names says it; so does any that it says nothing of. */
function isSaid({ teams }: Talk, line = ''): boolean {
  const [, id, text = ''] = /^\[(\S+)\] (.+)$/s.exec(line) ?? [];
  return id === undefined || textOf(teams.lastCard(id)).includes(text);
}

const isShown = ({ teams }: Talk, id: string): boolean =>
  teams.cards.some((card) => card.id === id);

export async function sandboxWorld(): Promise<World> {
  const watch = new Watch();
  const bot = await startBot({}, undefined, watch.now);
  const open = async ({ scenario, locale = 'en-US' }: Setting): Promise<Scene> => {
    const talk = await startTalk({ bot, locale });
    await talk.play([[`scenario ${scenario}`, '']]);
    const elsewhere = (what: string) =>
      talk.play([[what.startsWith('time ') ? what : `simulate ${what}`, '']]);
    return {
      play: playing(talk, elsewhere, watch),
      users: async () => {
        const users = await storedUsers(bot, talk.teams.tenantId ?? '', watch.now);
        talk.teams.botUrl = bot.url;
        return users;
      },
      end: () => talk.end(),
    };
  };
  return { open, stop: () => bot.stop() };
}

/** Licences are bought from Microsoft itself, or from a partner. */
export async function wireWorld(from: 'microsoft' | 'partner'): Promise<World> {
  const watch = new Watch();
  const { now } = watch;
  const live = await (from === 'partner'
    ? LiveBot.startForPartner({ now, limits: patient })
    : LiveBot.start({ now, limits: patient, directoryLagMinutes: 0 }));
  const { tenants } = live.wire;
  const { sandbox } = tenants;
  const open = async ({ scenario, locale, seesSignIns }: Setting): Promise<Scene> => {
    const tenantId = await (from === 'partner'
      ? tenants.addCustomer(scenario)
      : tenants.addUnasked(scenario));
    const more = seesSignIns ? [permissionToSeeSignIns.name] : [];
    const roles = [...allRoles, permissionToMove.name, ...more];
    tenants.admins.push({ roles });
    const teams = await live.connectedChat(tenantId, locale);
    await sandbox.setRole(tenantId, teams.user.aadObjectId ?? '', 'global-admin');
    const talk = await startTalk({ bot: live.bot, teams });
    const elsewhere = async (what: string) => {
      const [, duration] = /^time \+(\d+[hd])$/.exec(what) ?? [];
      if (duration) return sandbox.moveTime(tenantId, Temporal.Duration.from(`PT${duration}`));
      const turn = { tenantId, say: async () => undefined } as never;
      assert.ok(await simulate({ catalog, seller: sandbox }, sandbox, turn, what), what);
    };
    return {
      play: playing(talk, elsewhere, watch),
      users: () => new TriedLicences(sandbox.licences, tenantId).all(),
      end: () => talk.end(),
    };
  };
  return { open, stop: () => live.stop() };
}
