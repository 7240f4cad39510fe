/** The sentences that the page's scripts say, keys under `page`; the rest stands in index.html. */
export const wordKeys = [
  'firstPerson',
  'secondPerson',
  'updated',
  'cardUpdated',
  'offline',
  'notSent',
  'notAnswered',
  'tooLong',
  'languageCommand',
  'actionFailed',
  'cardUnreadable',
  'wideTable',
];
