import { UpgraderaError } from '../commerce/base/errors.ts';

/** Code `environment.invalid`; one line per mistake, without any value that was set. */
export class EnvironmentError extends UpgraderaError {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super('environment.invalid', lines.join('; '));
    this.lines = lines;
  }
}
