/** The words by which numbers are said, and how many licences they say. */
export interface NumberWords {
  /** Number words; what is put together of them (`tjugofem`, `thirty-five`) is known too. */
  numbers: Record<string, number>;
  /** What may stand inside a number: `two hundred and five`. */
  numberJoints: string[];
  /** A number only before a word for licences: else an article. */
  single: string[];
  licences: string[];
  /** What stands before a number of licences. */
  quantityBefore: string[];
  currencies: string[];
  /** A number of these is not one of licences. */
  otherUnits: string[];
  /** Months in each unit of time. */
  durations: Record<string, number>;
  /** A number after one of these is a name. */
  references: string[];
  /** A number after one of these is an hour. */
  clock: string[];
  /** A number of these is a share; after one of `priceWords` none of licences. */
  shares: string[];
  /** A number before one of these is a price: nobody has so many licences of each user. */
  perHead: string[];
  /** Here only a number with decimals is a price: `25 each` may be so many at two places. */
  perPiece: string[];
  /** A number before one of these is a price, or it is one of licences that are paid monthly. */
  perMonth: string[];
  priceWords: string[];
  /** A number after one of these is its name, unless licences are counted. */
  numbered: string[];
  /** A number after one of these is how old somebody is. */
  ages: string[];
  /** A number between one of `corrections` and one of these is taken back: `22, no, I forgot Tom: 23`. */
  overlooking: string[];
  /** A number after one of these is what there is today. */
  owned: string[];
  /** It is none of today after one of `owned`, but how many people there are. */
  ourselves: string[];
  /** A number shortly before one of these is a house's. */
  streets: string[];
  /** Before a `2` that means `to`. */
  upgrades: string[];
  months: string[];
  dateBefore: string[];
  /** They may stand between such a word and the number that holds. */
  besideNumbers: string[];
  /** What was said before one of these is taken back. */
  corrections: string[];
  /** Right before a way to pay nobody knows whether one of these takes it instead: `monthly, no annual`. */
  refusesOrCorrects: string[];
  /** A number before one of these is taken back. */
  tooManyOrFew: string[];
  /** A number after one of these is the result of those before it. */
  totals: string[];
  totalsAfter: string[];
  /** A number after one of these is what there is to be, and not a most. */
  changesTo: string[];
  vagueBefore: string[];
  vagueAfter: string[];
  /** A number before one of these stands for itself; before others it counts something unknown. */
  afterNumbers: string[];
  rangeWords: string[];
  /** What is added after a number, nobody knows how many: `25 plus whoever joins`. */
  vaguePlus: string[];
  /** So many for each place, of which nobody knows how many there are. */
  perPlace: string[];
  /** A number after one of these is only what another one is taken from: `30 of our 45`. */
  outOf: string[];
  /** Before one of these: who works there need not have a license. */
  staff: string[];
  /** With one of these, `all` is fewer. */
  exceptions: string[];
  /** Who is left once others have gone. */
  remaining: string[];
  fromWords: string[];
  moreAfter: string[];
  moreBefore: string[];
  fewerAfter: string[];
  /** A small number before one of these is so many more, or so many fewer. */
  tooFew: string[];
  tooMany: string[];
  fewerBefore: string[];
  /** A number after one of these is added to one before it. */
  plus: string[];
  /** Who says one of these of people may mean the people themselves. */
  removals: string[];
  removed: string[];
  /** Between one of `sourcesBefore` and one of these, a number is rather what there is today. */
  sources: string[];
  sourcesBefore: string[];
  /** A number between one of these and a word for now is what there is today. */
  owners: string[];
  /** With `by` behind them. */
  moreVerbs: string[];
  fewerVerbs: string[];
  /** With `up to` behind them, a number is what should be. */
  goalVerbs: string[];
  by: string[];
  /** `30 till` is 30 more before one of these, before a plan it is `30 to`. */
  afterTill: string[];
  /** One more of these is no licence. */
  uncounted: string[];
  /** Of people who come: as many licences more. */
  newcomers: string[];
  newcomersBefore: string[];
  newcomersAfter: string[];
  /** A number before one of these is one of another day. */
  laterOn: string[];
  /** A number before one of these is of people who are gone, or of those who are left. */
  leaversAfter: string[];
  /** A number before one of these is a part of another one. */
  subsets: string[];
  /** One licence before one of these is no number of them. */
  each: string[];
  /** May stand between a number and its unit. */
  newOnes: string[];
  /** So many times what is there. */
  timesAfter: string[];
  factors: Record<string, number>;
  /** Behind a factor they stand for the number that was told. */
  counted: string[];
  /** Of people or licences, those that nothing was said of so far. */
  others: string[];
  /** Who does so is not upgraded. */
  staying: string[];
  /** What there is today, after one of these, is not what is wanted. */
  insteadOf: string[];
  /** Before one of these, a `4` is `for`. */
  receivers: string[];
  /** They sound like factors and are none. */
  noFactors: string[];
  same: string[];
  /** With one of these it is what there is today, else what is chosen so far. */
  asOfToday: string[];
  /** Another number, without saying which. */
  someMore: string[];
  all: string[];
  /** What may stand beside them where they are a number of licences. */
  aroundAll: string[];
  /** Before a `2` and the name of a plan. */
  movers: string[];
  /** Places and groups of people of which several are counted: `4 surgeries with 9 people each`. */
  groupsOf: string[];
  /** Behind a number: so many in each of them. */
  apiece: string[];
  groupJoints: string[];
  groupPlaces: string[];
  /** Behind a number one of these counts no group. */
  notGrouped: string[];
  /** Groups with one of these are meant together. */
  combined: string[];
  /** With one of these they are not. */
  notTogether: string[];
  /** Who says one of these before a number of others is one more. */
  withOneself: string[];
  /** People who come after one of these are counted already. */
  including: string[];
  /** Of two numbers the one that follows is wished: `rather 31 than 29`. */
  preferred: string[];
  than: string[];
  /** So many who have it already are not those who are to get it. */
  having: string[];
  already: string[];
  /** More, or so many times, of what is owned, whatever is chosen so far. */
  fromOwned: string[];
}
