/** The dialogs, and what each of them may need. */
import type { Agents } from '../../commerce/access/agents.ts';
import type { ApprovalRepository } from '../../commerce/approval/approval.ts';
import { Approvals } from '../../commerce/approval/approvals.ts';
import type { SpendingLimits } from '../../commerce/checkout/approvalNeeded.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { FactsAbout } from '../../commerce/diagnosis/gatherFacts.ts';
import type { ManualChangeRepository } from '../../commerce/manualChange/manualChange.ts';
import { ManualChanges } from '../../commerce/manualChange/manualChanges.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import { Moving } from '../../commerce/move/moving.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Connecting } from '../../commerce/ports/connecting.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type {
  MovePartRepository,
  MoveRepository,
  OrderRepository,
  QuoteRepository,
  WatchRepository,
} from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import type { UserLicences } from '../../commerce/ports/userLicences.ts';
import type { Waiting } from '../../commerce/ports/wakeTenant.ts';
import { Quoting } from '../../commerce/quote/quoting.ts';
import type { CaseBoard } from '../../commerce/support/board.ts';
import type { CaseRepository, SupportCase } from '../../commerce/support/case.ts';
import { Cases } from '../../commerce/support/cases.ts';
import { Desk } from '../../commerce/support/desk.ts';
import type { DeskPlaces } from '../../commerce/support/deskPlaces.ts';
import { Talks } from '../../commerce/support/talks.ts';
import { Watching } from '../../commerce/watch/watching.ts';
import { answerTo } from '../../dialogs/answers/answerTo.ts';
import { mayChangeLicences } from '../../dialogs/connect/mayChangeLicences.ts';
import type { PageNeeds } from '../../dialogs/orders/pageDialog.ts';
import { DialogTree } from '../../dialogs/root/dialogTree.ts';
import { GuardedRoot } from '../../dialogs/root/guardedRoot.ts';
import { refusedToAgent } from '../../dialogs/root/meetNeed.ts';
import { RootDialog, type RootNeeds } from '../../dialogs/root/rootDialog.ts';
import { subFlows } from '../../dialogs/root/subFlows.ts';
import { factsOfTurn } from '../../dialogs/step/factsOfTurn.ts';
import type { Turn } from '../../dialogs/step/turn.ts';
import { hearAgent } from '../../dialogs/support/agentWords.ts';
import { hearSuggestion } from '../../dialogs/support/guiding/suggestion.ts';
import { relay } from '../../dialogs/support/relay.ts';
import { runTesterCommand } from '../../dialogs/tester/testerCommands.ts';
import { plansOnOffer } from '../../dialogs/upgrade/plansOnOffer.ts';
import type { ContactRepository } from '../../storage/repositories/contact.ts';
import type { ConversationRepository } from '../../storage/repositories/conversation.ts';
import { stepIn } from '../turn/lines.ts';
import type { Articles } from './articles.ts';

export interface DialogParts extends Articles {
  seller: Seller;
  directory: Directory;
  clock: Clock;
  licences: UserLicences;
  catalog: Catalog;
  /** The price list; what a tenant pays is among the facts. */
  priceBook: PriceBook;
  orders: OrderRepository;
  quotes: QuoteRepository;
  watches: WatchRepository;
  moves: MoveRepository;
  moveParts: MovePartRepository;
  manualChanges: ManualChangeRepository;
  approvals: ApprovalRepository;
  /** Who has talked to the bot in a tenant. */
  contacts: Pick<ContactRepository, 'ofTenant'>;
  /** Above which a second person approves an order. */
  limits: SpendingLimits;
  cases: CaseRepository;
  board: CaseBoard;
  deskPlaces: DeskPlaces;
  conversations: Pick<ConversationRepository, 'load'>;
  agents: Agents;
  waiting: readonly Waiting[];
  gatherFacts(...about: FactsAbout): Promise<Facts>;
  /** Real time. */
  now(): Temporal.Instant;
  /** Something may be due earlier than the timers think. */
  wake(): void;
  /** Undefined for who may not test in the tenant. */
  testerOf(tenantId: string, userId: string): TesterControl | undefined;
  /** How tenants are connected; absent where none has to be. */
  connecting?: Connecting;
  /** Who is asked of what we don't understand, on account of a tenant; undefined where nobody is. */
  readerOf?: RootNeeds['readerOf'];
  files: RootNeeds['files'];
  orderPageOf: PageNeeds['orderPageOf'];
}

export function composeDialogs(parts: DialogParts): DialogTree {
  const { seller, directory, clock, catalog, priceBook, orders, watches, now, wake } = parts;
  const { moves, moveParts, licences, articles, findArticle, gatherFacts } = parts;
  const factsOf = factsOfTurn(gatherFacts);
  const quoting = new Quoting({ quotes: parts.quotes, seller: parts.seller });
  const { limits } = parts;
  const confirming = { orders, quoting, limits, now, wake };
  const answers = answerTo({
    catalog,
    priceBook,
    findArticle,
    ofChanges: () => articles().find(({ slug }) => slug === 'checkout-details'),
    factsOf,
  });
  const needs = {
    seller,
    directory,
    licences,
    clock,
    catalog,
    orders,
    quoting,
    watching: new Watching({ watches, now, wake }),
    moving: new Moving({ moves, parts: moveParts, orders, licences, clock, now, wake }),
    manualChanges: new ManualChanges(parts),
    cases: new Cases(parts),
    desk: new Desk(parts),
    talks: new Talks(parts),
    stepOf: async ({ conversation, userId }: Pick<SupportCase, 'conversation' | 'userId'>) => {
      const stored = await parts.conversations.load(conversation);
      return stored && stepIn(stored.value, userId);
    },
    agents: parts.agents,
    priceBook,
    confirming,
    approvals: new Approvals({
      ...parts,
      quoting,
      confirming,
      contactsOf: (tenantId) => parts.contacts.ofTenant(tenantId),
    }),
    factsOf,
    mayChangeLicences: mayChangeLicences(parts.connecting),
    answerTo: answers,
    articles,
    findArticle,
    gatherFacts,
    orderPageOf: parts.orderPageOf,
    now,
    wake,
  };
  const flows = subFlows.map((SubFlow) => new SubFlow(needs));
  const tester = { ...needs, waiting: parts.waiting, testerOf: parts.testerOf };
  const rootNeeds = {
    ...needs,
    testerCommand: (turn: Turn) => runTesterCommand(tester, turn),
    readerOf: parts.readerOf,
    files: parts.files,
    plansOnOffer: plansOnOffer(needs),
  };
  const { connecting } = parts;
  return new DialogTree(
    connecting
      ? new GuardedRoot(flows, { ...rootNeeds, connecting })
      : new RootDialog(flows, rootNeeds),
    async (turn) => {
      if ((await refusedToAgent(needs, turn)) || (await relay(needs, turn))) return true;
      hearAgent(needs.desk, turn);
      await hearSuggestion(needs.cases, turn);
      return false;
    },
  );
}
