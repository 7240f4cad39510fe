/** One turn after the other, from the server to the dialogs, over a storage that can fail. */
import assert from 'node:assert/strict';
import { articlesOnce } from '../../../bot/compose/articles.ts';
import { limitPorts } from '../../../bot/compose/backend.ts';
import { composeDialogs, type DialogParts } from '../../../bot/compose/dialogs.ts';
import { following } from '../../../bot/outbox/shown/following.ts';
import { attachedFiles } from '../../../bot/sdk/attachedFiles.ts';
import { Listener } from '../../../bot/turn/listener.ts';
import { createTurnHandler, type TurnHandler } from '../../../bot/turn/turnHandler.ts';
import { agentsOf } from '../../../commerce/access/agents.ts';
import { gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import { waitingIn } from '../../../storage/contract/waitingKinds.ts';
import type { Storage } from '../../../storage/open.ts';
import type { ConversationRepository } from '../../../storage/repositories/conversation.ts';
import { keptLog } from '../process/logLines.ts';
import { LowdbPlace } from '../storage/place.ts';
import { FakeTeams, type ShownCard } from '../teams/fakeTeams.ts';
import { catalog, priceBook, SimulatedTenant } from '../tenant/simulatedTenant.ts';
import { startTurnServer, type TurnServer } from './turnServer.ts';

/** For a service, instead of what composition gives it. */
export const answerSeconds = 0.2;

/** When the process dies: with the conversation not stored, or just after it was. */
type Death = 'unstored' | 'stored';

type ReaderOf = DialogParts['readerOf'];

export class TurnDesk {
  readonly tenant = new SimulatedTenant();
  readonly place: LowdbPlace;
  storage: Storage;
  server!: TurnServer;
  teams!: FakeTeams;
  readonly #hung = new Set<string>();
  #handler!: TurnHandler;
  #death: Death | undefined;
  readonly #readerOf: ReaderOf;

  /** @param readerOf who reads what we don't understand */
  static async open(readerOf?: ReaderOf): Promise<TurnDesk> {
    const place = await LowdbPlace.make();
    const desk = new TurnDesk(place, await place.openStorage(), readerOf);
    await desk.#start();
    desk.teams = await FakeTeams.start({ botUrl: desk.server.url });
    return desk;
  }

  private constructor(place: LowdbPlace, storage: Storage, readerOf: ReaderOf) {
    this.place = place;
    this.storage = storage;
    this.#readerOf = readerOf;
  }

  /** Microsoft's services answer nothing about the tenant, or do again. */
  hang(tenantId: string, hangs = true): void {
    if (hangs) this.#hung.add(tenantId);
    else this.#hung.delete(tenantId);
  }

  /** The next turn is its process's last one. */
  dieNext(death: Death): void {
    this.#death = death;
  }

  /** Another process, which knows only what is stored. @param inOrder as on SIGTERM, not killed */
  async restart(inOrder = false): Promise<void> {
    await this.server.server.close();
    if (inOrder) await this.#handler.stop();
    await this.storage.close();
    this.storage = await this.place.openStorage();
    await this.#start();
    this.teams.botUrl = this.server.url;
  }

  async say(text: string): Promise<void> {
    assert.equal((await this.teams.say(text)).status, 200);
  }

  shown(id: string): ShownCard[] {
    return this.teams.cards.filter((card) => card.id === id);
  }

  async close(failed = false): Promise<void> {
    await this.teams.stop();
    await this.server.server.close();
    await this.#handler.stop();
    await this.place.drop(failed);
  }

  async #start(): Promise<void> {
    const { orders, quotes, watches, moves, moveParts, manualChanges } = this.storage;
    const { contacts, firstAttempts, turns, cases, board, deskPlaces } = this.storage;
    const { sandbox } = this.tenant;
    const now = () => this.tenant.realNow;
    const service = this.#hanging(sandbox);
    const ports = limitPorts(
      { seller: service, directory: service, licences: service.licences, clock: service },
      answerSeconds,
    );
    const sources = { ...ports, catalog, orders, firstAttempts };
    const dialogs = composeDialogs({
      ...sources,
      ...articlesOnce(),
      priceBook,
      quotes,
      watches,
      moves,
      moveParts,
      manualChanges,
      approvals: this.storage.approvals,
      contacts,
      limits: [],
      cases,
      board,
      deskPlaces,
      conversations: this.storage.conversations,
      agents: agentsOf([{ userId: 'agent', tenants: 'all' }]),
      waiting: waitingIn(this.storage),
      now,
      testerOf: () => sandbox,
      wake: () => undefined,
      readerOf: this.#readerOf,
      files: attachedFiles({ authenticates: false }),
      orderPageOf: ({ orderId }) => `https://bot.example/order?key=${orderId}`,
      gatherFacts: (...about) => gatherFacts(sources, ...about),
    });
    const { log } = keptLog();
    const listener = new Listener({ dialogs, now, natureOf: () => ({ simulated: true }), log });
    const conversations = this.#mortal(this.storage.conversations);
    const showMove = () => undefined;
    const showCase = () => undefined;
    const wake = () => undefined;
    const { approvals } = this.storage;
    const show = { showMove, showCase, wake };
    const follow = following({ orders, moves, cases, approvals, now, ...show });
    const parts = { conversations, contacts, orders, follow, showCase, turns, listener, now, log };
    this.#handler = createTurnHandler(parts);
    this.server = await startTurnServer(this.#handler.take);
  }

  #hanging<T extends object>(service: T): T {
    const hung = this.#hung;
    return new Proxy(service, {
      get(target, name) {
        const method = Reflect.get(target, name, target);
        if (typeof method !== 'function') return method;
        return (...given: [tenantId: string]) =>
          hung.has(given[0]) ? new Promise(() => undefined) : method.apply(target, given);
      },
    });
  }

  #mortal(inner: ConversationRepository): ConversationRepository {
    const die = (at: Death): void => {
      if (this.#death !== at) return;
      this.#death = undefined;
      throw new Error(`died, ${at}`);
    };
    return {
      load: (key) => inner.load(key),
      save: async (key, conversation, version) => {
        die('unstored');
        const next = await inner.save(key, conversation, version);
        die('stored');
        return next;
      },
    };
  }
}
