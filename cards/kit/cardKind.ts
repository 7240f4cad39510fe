/** What a card is called, and what the bot has to know of it besides how it is drawn. */

export interface CardKind<Id extends string = string, Verb extends string = string> {
  /** Transcripts, metrics and support rely on it, as on the verbs. */
  readonly id: Id;
  /** What its buttons send back. */
  readonly verbs: readonly Verb[];
  /** It is the question of a step, in the dialog of the same name; the others only show something. */
  readonly asks?: true;
  /** What is answered on it stands on the card that comes next, which takes its place where it was pressed. */
  readonly givesWay?: true;
  /** Of one or the other it says where it is simulated. */
  readonly showsPriceOrOrder?: true;
  /** It is for a chat of one person only, since what the organization pays, or its users by name, stand on it. */
  readonly private?: 'prices' | 'users';
  /** Turns the pages of its list: whatever page it names may be asked for. */
  readonly pageVerb?: Verb;
}

/** Beside the function that draws the card; `cards/cards.ts` lists all. */
export function defineCard<const Id extends string, const Verb extends string>(
  id: Id,
  {
    verbs,
    ...rest
  }: Omit<CardKind<Id, NoInfer<Verb>>, 'id' | 'verbs'> & { verbs: readonly Verb[] },
): CardKind<Id, Verb> {
  return { id, verbs, ...rest };
}
