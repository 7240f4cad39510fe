/** An agent sends the customer a plan, an article, the diagnosis as it is now, or asks to be shown something. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { askVerbs, guideCard } from '../../../cards/support/guideCard.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { FactsAbout } from '../../../commerce/diagnosis/gatherFacts.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { findReference } from '../../../commerce/order/reference.ts';
import { examinedIn, type SupportCase } from '../../../commerce/support/case.ts';
import type { AgentWords, Desk } from '../../../commerce/support/desk.ts';
import { messageId } from '../../../commerce/support/parts/messages.ts';
import { snapshotOf } from '../../../commerce/support/parts/snapshot.ts';
import { localiser, matchLocale } from '../../../locales/localiser.ts';
import { type Begun, OneTurnDialog } from '../../step/oneTurnDialog.ts';
import type { Turn } from '../../step/turn.ts';
import { type AgentCommand, agentCommand } from '../agentWords.ts';
import { tellOutcome } from '../tellOutcome.ts';
import { type ArticleSources, articleIn } from './articleIn.ts';
import { suggestionIn } from './suggestion.ts';

export interface GuideNeeds extends ArticleSources {
  desk: Desk;
  catalog: Pick<Catalog, 'plans'>;
  gatherFacts(...about: FactsAbout): Promise<Facts>;
}

const inputsSchema = z.object({
  article: z.string().max(64).catch(''),
  words: z.string().trim().max(2_000).catch(''),
});

interface Push extends Pick<AgentWords, 'look'> {
  message: Omit<NonNullable<AgentWords['message']>, 'id'>;
  /** What the agent is told of it. */
  values?: Record<string, string>;
}

/** What is sent; or why nothing is. */
type Prepared = Push | { problem: 'noPlan' | 'noArticle' | 'nothingToCheck' };

export class GuideDialog extends OneTurnDialog<GuideNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<undefined> {
    const { verb, text } = turn.intent;
    const id = findReference(text, 'CASE') ?? subject.caseId;
    const command = text === '' ? pressedOn(turn) : agentCommand(text);
    const { event } = command;
    // Who may not is told so before anything is looked up in the customer's name.
    const { found, outcome } = await this.needs.desk.may(turn, id, event);
    if (outcome !== 'done') await tellOutcome(turn, { event, outcome, found });
    else if (verb === 'case.guide') await this.#show(turn, found);
    else await this.#push(turn, command, found);
  }

  async #show(turn: Turn, { id, locale }: SupportCase): Promise<void> {
    const { l } = turn;
    const articles = this.needs
      .articles()
      .map((article) => ({ slug: article.slug, title: article[l.locale].title }))
      .toSorted((one, other) => one.title.localeCompare(other.title, l.locale));
    const words = localiser(matchLocale(locale) ?? 'en-US').t('cases.usualWords');
    const view = { reference: id, articles, words };
    await turn.show('guide', { subject: { caseId: id } }, (context) => guideCard(view, context));
  }

  /** With its message in the same write. */
  async #push(turn: Turn, command: AgentCommand, before: SupportCase): Promise<void> {
    const { event } = command;
    const prepared = await this.#prepare(turn, command, before);
    if ('problem' in prepared) {
      await turn.say(`dialogs.desk.${prepared.problem}`, { reference: before.id });
      return;
    }
    const { message, look, values } = prepared;
    const sent = { ...message, id: messageId('agent', turn.activityId ?? randomUUID()) };
    const words = { message: sent, ...(look ? { look } : {}) };
    const { found, outcome } = await this.needs.desk.happen(turn, before.id, event, words);
    await tellOutcome(turn, { event, outcome, found, ...(values ? { values } : {}) });
    turn.keep();
  }

  async #prepare(
    turn: Turn,
    { event, what, note: text }: AgentCommand,
    found: SupportCase,
  ): Promise<Prepared> {
    if (event === 'article') return this.#article(turn, text);
    if (event === 'check') return this.#check(turn, text, found);
    if (event === 'ask' && what) {
      const values = { what: turn.l.t(`cases.shareable.${what}`) };
      return { message: { text, push: { is: 'ask', what, by: turn.userId } }, values };
    }
    const suggests = suggestionIn(this.needs.catalog, text);
    return suggests ? { message: { text, suggests } } : { problem: 'noPlan' };
  }

  #article({ l, intent }: Turn, said: string): Prepared {
    const { article: picked, words } = inputsSchema.parse(intent.inputs);
    const named = said === '' ? { slug: picked, words } : articleIn(this.needs, said);
    const article = this.needs.articles().find(({ slug }) => slug === named?.slug);
    if (!named || !article) return { problem: 'noArticle' };
    const { slug } = article;
    return {
      message: { text: named.words, push: { is: 'article', slug } },
      values: { title: article[l.locale].title },
    };
  }

  /** With the rights of the customer, who gets the diagnosis; it changes nothing. */
  async #check({ l }: Turn, text: string, found: SupportCase): Promise<Prepared> {
    const subscriptionId = examinedIn(found);
    if (subscriptionId === undefined) return { problem: 'nothingToCheck' };
    const facts = await this.needs.gatherFacts(found.tenantId, found.userId, subscriptionId);
    const codes = diagnose(facts).map(({ code }) => code);
    return {
      message: { text, push: { is: 'check', codes } },
      look: { what: 'diagnosis', snapshot: snapshotOf({ facts }) },
      values: { codes: codes.length > 0 ? codes.join(', ') : l.t('cards.case.looks.clear') },
    };
  }
}

function pressedOn({ intent: { verb } }: Turn): AgentCommand {
  if (verb === 'guide.check') return { event: 'check', note: '' };
  const asked = verb && verb in askVerbs ? askVerbs[verb as keyof typeof askVerbs] : undefined;
  return asked ? { event: 'ask', what: asked, note: '' } : { event: 'article', note: '' };
}
