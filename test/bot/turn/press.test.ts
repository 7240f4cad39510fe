import assert from 'node:assert/strict';
import { pressOf } from '../../../bot/turn/press.ts';
import { anActivity } from './activities.ts';

const button = { v: 1, verb: 'plan.choose', token: 't', choice: 'e3' };
const submit = (value: unknown) => pressOf(anActivity({ value }));
const execute = (value: unknown, name = 'adaptiveCard/action') =>
  pressOf(anActivity({ type: 'invoke', name, value }));
const action = (data: unknown, verb: unknown = 'plan.choose') => ({
  action: { type: 'Action.Execute', verb, data },
  trigger: 'manual',
});

describe('A press', () => {
  it('of Action.Execute is read from the action', () => {
    const press = execute(action({ ...button, quantity: '25' }));
    assert.deepEqual(press, { submission: button, inputs: { quantity: '25' }, execute: true });
  });

  it('of Action.Execute may say its verb in the action alone', () => {
    const { verb, ...data } = button;
    assert.deepEqual(execute(action(data, verb)), {
      submission: button,
      inputs: {},
      execute: true,
    });
  });

  it('of Action.Submit is read from the value', () => {
    const press = submit({ ...button, quantity: '25', term: 'P1Y' });
    const inputs = { quantity: '25', term: 'P1Y' };
    assert.deepEqual(press, { submission: button, inputs, execute: false });
  });

  it('means the same whichever of the two it was', () => {
    const one = submit({ ...button, quantity: '25' });
    const two = execute(action({ ...button, quantity: '25' }));
    assert.ok(typeof one === 'object' && typeof two === 'object');
    assert.deepEqual({ ...one, execute: true }, two);
  });

  it('is none when only text was sent', () => {
    assert.equal(pressOf(anActivity({ text: 'hi' })), undefined);
    assert.equal(submit(undefined), undefined);
    assert.equal(submit(null), undefined);
  });

  for (const value of [{}, 7, 'x', { command: 'open' }, [button]]) {
    it(`is none when text was typed and the client put ${JSON.stringify(value)} beside it`, () => {
      assert.equal(pressOf(anActivity({ text: 'help', value })), undefined);
    });
  }

  it('counts more than the text that a client shows in its place', () => {
    assert.ok(typeof pressOf(anActivity({ text: 'Choose E3', value: button })) === 'object');
  });

  const unreadable: [what: string, value: unknown][] = [
    ['a number', 7],
    ['a text', 'order.place'],
    ['an empty object', {}],
    ['a list', [button]],
    ['no token', { v: 1, verb: 'order.place' }],
    ['an empty token', { ...button, token: '' }],
    ['a token of any length', { ...button, token: 'x'.repeat(65) }],
    ['a token that is an object', { ...button, token: { $ne: '' } }],
    ['a verb that no card has', { ...button, verb: 'order.refund' }],
    ['a verb that every object has', { ...button, verb: 'constructor' }],
    ['a choice of any length', { ...button, choice: 'x'.repeat(65) }],
    ['another version', { ...button, v: 2 }],
    ['a version as text', { ...button, v: '1' }],
  ];
  for (const [what, value] of unreadable) {
    it(`with ${what} is unreadable`, () => {
      assert.equal(submit(value), 'unreadable');
      assert.equal(execute(action(value)), 'unreadable');
    });
  }

  const invokes: [what: string, name: string, value: unknown][] = [
    ['no value', 'adaptiveCard/action', undefined],
    ['no action', 'adaptiveCard/action', {}],
    ['an action without data', 'adaptiveCard/action', { action: { verb: 'plan.choose' } }],
    ['data that is a text', 'adaptiveCard/action', action('x')],
  ];
  for (const [what, name, value] of invokes) {
    it(`by an invoke with ${what} is unreadable`, () => {
      assert.equal(execute(value, name), 'unreadable');
    });
  }

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`with an input called ${key} changes no object’s nature`, () => {
      const value = JSON.parse(`{"${key}":{"polluted":true},"quantity":"25"}`) as object;
      for (const press of [
        submit({ ...button, ...value }),
        execute(action({ ...button, ...value })),
      ]) {
        assert.ok(typeof press === 'object');
        assert.equal(press.inputs.quantity, '25');
        assert.equal(press.inputs.polluted, undefined);
        assert.equal(({} as { polluted?: boolean }).polluted, undefined);
      }
    });
  }

  it('does not take the token or the verb from an input', () => {
    const press = submit({ ...button, Token: 'other', VERB: 'order.place' });
    assert.ok(typeof press === 'object');
    assert.deepEqual(press.submission, button);
  });
});
