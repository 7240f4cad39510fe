/** Somebody who has a keyboard and no mouse: goes from place to place with Tab, and always sees where they are. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

interface Place {
  /** What a screen reader calls it, or says of it where several are called alike. */
  name: string;
  /** It is on the screen, and shows that it has the focus. */
  isSeen: boolean;
}

/** More places than any card has. */
const furthest = 80;

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Writes in the box at the end, wherever the focus is, and sends it. */
  async write(label: string, text: string): Promise<void> {
    await this.reach(label, 'Tab');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('Enter');
  }

  /** Goes to the next place of that name; back to the one before with `Shift+Tab`. */
  async reach(name: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    const passed: string[] = [];
    for (let steps = 0; steps < furthest; steps += 1) {
      const place = await this.place();
      assert.ok(place, `the focus is lost after ${passed.join(', ')}`);
      assert.ok(place.isSeen, `nobody sees that ${place.name} has the focus`);
      if (place.name === name) return;
      passed.push(place.name);
      await this.#page.keyboard.press(key);
    }
    assert.fail(`no ${name} among: ${passed.join(', ')}`);
  }

  async press(name: string, key: 'Enter' | 'Space', way: 'Tab' | 'Shift+Tab'): Promise<void> {
    await this.reach(name, way);
    await this.#page.keyboard.press(key);
  }

  /** In a field for numbers, which holds the same afterwards. */
  async downAndUp(name: string): Promise<void> {
    await this.reach(name, 'Tab');
    const field = this.#page.locator(':focus');
    const before = await field.inputValue();
    await this.#page.keyboard.press('ArrowDown');
    assert.equal(await field.inputValue(), String(Number(before) - 1));
    await this.#page.keyboard.press('ArrowUp');
    assert.equal(await field.inputValue(), before);
  }

  /** Where the focus is now; undefined where nothing has it. */
  async place(): Promise<Place | undefined> {
    const focused = this.#page.locator(':focus');
    if ((await focused.count()) === 0) return undefined;
    return focused.evaluate(async (one) => {
      const window = one.ownerDocument.defaultView;
      // What somebody sees is a frame that was drawn: what grew has been put in view by the second.
      const frame = () => new Promise((resolve) => window.requestAnimationFrame(resolve));
      await frame();
      await frame();
      const label = one.labels?.[0]?.textContent || one.title || one.getAttribute('aria-label');
      const box = one.getBoundingClientRect();
      const isOnScreen = box.bottom > 0 && box.top < window.innerHeight && box.height > 0;
      const isCut = (around: typeof one): boolean => {
        if (around === null || around === one.ownerDocument.body) return false;
        const { left, top, right, bottom } = around.getBoundingClientRect();
        const showsTop = top < box.top && box.top < bottom;
        const showsBottom = top < box.bottom && box.bottom < bottom;
        // Of what is higher than its surroundings, one end.
        const isHigh = box.height > bottom - top;
        const isWithin =
          left < box.left &&
          right > box.right &&
          (isHigh ? showsTop || showsBottom : showsTop && showsBottom);
        const cuts = window.getComputedStyle(around).overflowY !== 'visible' && !isWithin;
        return cuts || isCut(around.parentElement);
      };
      // The box in which one writes wears it around the button as well.
      const { outlineStyle } = window.getComputedStyle(one);
      const { borderBottomWidth } = window.getComputedStyle(one.closest('#composer') ?? one);
      const hasRing = outlineStyle !== 'none' || borderBottomWidth === '2px';
      const name = (label || one.innerText).trim();
      return { name, isSeen: isOnScreen && hasRing && !isCut(one.parentElement) };
    });
  }
}
