/** The SDK's ComponentDialog without the parts that cost each turn time and that nobody here uses. */
import { ComponentDialog, type DialogContext, type DialogInstance } from 'botbuilder-dialogs';

export class LeanComponent<Options extends object> extends ComponentDialog<Options> {
  readonly #contexts = new WeakMap<DialogInstance, DialogContext>();

  /**
   * One context for each component and turn. The SDK makes a new one whenever somebody looks below a
   * component, and each builds a state manager with a registry of its own.
   */
  override createChildContext(outerDC: DialogContext): DialogContext {
    const { activeDialog } = outerDC;
    const known = activeDialog && this.#contexts.get(activeDialog);
    if (known?.parent === outerDC) return known;
    const context = super.createChildContext(outerDC);
    if (activeDialog) this.#contexts.set(activeDialog, context);
    return context;
  }

  /** Events end here: no dialog hears any, and the SDK would carry each from the step to the root. */
  override async onDialogEvent(): Promise<boolean> {
    return false;
  }

  /** Of all that is in it: the SDK takes the id alone, so that a parent would not see a change below. */
  override getVersion(): string {
    return `${this.id}:${this.getInternalVersion()}`;
  }
}
