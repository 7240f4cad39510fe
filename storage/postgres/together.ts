/** What many ask in one moment is asked in one statement. */

interface Asked<Ask, Answer> {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** @param answerAll answers in the order in which was asked */
export function together<Ask, Answer>(
  answerAll: (asks: Ask[]) => Promise<Answer[]>,
): (ask: Ask) => Promise<Answer> {
  let waiting: Asked<Ask, Answer>[] = [];
  const ask = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const answers = await answerAll(asked.map((one) => one.ask));
      for (const [n, { resolve }] of asked.entries()) resolve(answers[n] as Answer);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  return (one) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    if (waiting.push({ ask: one, resolve, reject }) === 1) setImmediate(() => void ask());
    return promise;
  };
}
