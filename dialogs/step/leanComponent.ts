/**
 * The SDK's ComponentDialog without what each turn paid for and nobody here uses. Whether stored stacks
 * are of this version is asked once for the whole tree (`dialogs/root/dialogTree.ts`).
 */
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { leanContext } from './leanContext.ts';
import { ComponentDialog, DialogTurnStatus } from './sdkDialogs.ts';

const below = Symbol('context below');

interface OuterContext extends DialogContext {
  [below]?: { instance: DialogInstance; context: DialogContext };
}

export class LeanComponent<Options extends object> extends ComponentDialog<Options> {
  /** One context for each component and turn. The SDK makes one whenever somebody looks below. */
  override createChildContext(outerDC: OuterContext): DialogContext {
    const { activeDialog: instance, context } = outerDC;
    if (!instance) return super.createChildContext(outerDC);
    const known = outerDC[below];
    if (known?.instance === instance) return known.context;
    instance.state.dialogs ??= { dialogStack: [] };
    const { dialogStack } = instance.state.dialogs;
    const inner = leanContext(this.dialogs, context, dialogStack, outerDC);
    outerDC[below] = { instance, context: inner };
    return inner;
  }

  override async beginDialog(outerDC: DialogContext, options?: Options): Promise<DialogTurnResult> {
    const innerDC = this.createChildContext(outerDC);
    return this.#after(outerDC, await this.onBeginDialog(innerDC, options));
  }

  override async continueDialog(outerDC: DialogContext): Promise<DialogTurnResult> {
    return this.#after(outerDC, await this.onContinueDialog(this.createChildContext(outerDC)));
  }

  async #after(outerDC: DialogContext, inner: DialogTurnResult): Promise<DialogTurnResult> {
    if (inner.status === DialogTurnStatus.waiting) return inner;
    return this.endComponent(outerDC, inner.result);
  }

  /** Of all that is in it: the SDK takes the id alone, so that a parent would not see a change below. */
  override getVersion(): string {
    return `${this.id}:${this.getInternalVersion()}`;
  }
}
