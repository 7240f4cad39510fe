/** What the catalogue answers, in the reader's language. */
import {
  isDataService,
  isSold,
  lossesBetween,
  plansWith,
  type Thing,
} from '../../commerce/catalog/questions.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { CatalogQuestion } from '../../understanding/catalogQuestions.ts';

export interface CatalogAnswer {
  title: string;
  /** The last one says what to do next. */
  paragraphs: string[];
}

interface Sources {
  catalog: Catalog;
  priceBook: PriceBook;
}

/** @throws plan.unknown when a product of the question is not in the catalogue. */
export function answerCatalogQuestion(
  sources: Sources,
  l: Localiser,
  question: CatalogQuestion,
): CatalogAnswer {
  return question.kind === 'whichPlanHas'
    ? whichPlanHas(sources, l, question.featureId)
    : loses(sources, l, question);
}

function whichPlanHas(sources: Sources, l: Localiser, thing: Thing): CatalogAnswer {
  const products = plansWith(sources.catalog, thing);
  const plans = mainNames(products.filter((plan) => plan.kind === 'base' && isSold(plan, sources)));
  const addOns = mainNames(products.filter(({ kind }) => kind === 'addon'));
  return {
    title: l.t('catalog.whichPlanHas.title', { thing: nameOf(thing, l) }),
    paragraphs: [
      plans === ''
        ? l.t('catalog.whichPlanHas.none')
        : l.t('catalog.whichPlanHas.plans', { names: plans }),
      ...(addOns === '' ? [] : [l.t('catalog.whichPlanHas.addOns', { names: addOns })]),
      l.t('catalog.whichPlanHas.next'),
    ],
  };
}

function loses(
  { catalog }: Sources,
  l: Localiser,
  { from, to }: CatalogQuestion & { kind: 'loses' },
): CatalogAnswer {
  const [source, target] = [catalog.plan(from), catalog.plan(to)];
  const { gone, lower, features } = lossesBetween(source, target);
  const plans = { from: source.name, to: target.name };
  const keepsData = gone.length + lower.length === 0;
  const list = (key: string, things: readonly string[]) =>
    things.length === 0
      ? []
      : [l.t(`catalog.loses.${key}`, { names: things.map((id) => nameOf(id, l)).join('; ') })];
  return {
    title: l.t('catalog.loses.title', plans),
    paragraphs: [
      ...list('gone', gone),
      ...list('lower', lower),
      ...list('features', features),
      ...(keepsData && features.length === 0 ? [l.t('catalog.loses.nothing', plans)] : []),
      l.t(`catalog.loses.${keepsData ? 'keepsData' : 'losesData'}`),
    ],
  };
}

/** A plan stands for its editions, whose names begin with its own: `Office 365 E3 (no Teams)`. */
function mainNames(plans: readonly Plan[]): string {
  const names = [...new Set(plans.map(({ name }) => name))];
  const main = names.filter((name) => !names.some((other) => name.startsWith(`${other} `)));
  return main.join(', ');
}

function nameOf(thing: string, l: Localiser): string {
  return l.t(isDataService(thing as Thing) ? `services.${thing}` : `features.${thing}`);
}
