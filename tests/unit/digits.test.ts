import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesOf, badge, defaults } from '../../src/protocol/attributes.ts';
import { classOf, groupOf, isReplyCode, isSocketError } from '../../src/protocol/digits.ts';

test('the first digit gives the class, the second the function group', () => {
  assert.equal(classOf(110), '1xx');
  assert.equal(groupOf(110), 'x1z');
  assert.equal(classOf(553), '5xx');
  assert.equal(groupOf(553), 'x5z');
  assert.equal(classOf(631), '6xx');
  assert.equal(groupOf(631), 'x3z');
});

test('a socket error is no reply and has no group', () => {
  for (const number of [10013, 10060, 11001]) {
    assert.equal(classOf(number), 'client-side');
    assert.equal(groupOf(number), null);
    assert.equal(isReplyCode(number), false);
  }
});

test('numbers of other forms are neither', () => {
  for (const number of [0, 42, 99, 160, 199, 660, 700, 999, 1000, 9999, 12000, 20000, -451, 4.51]) {
    assert.equal(isReplyCode(number), false, String(number));
    assert.equal(isSocketError(number), false, String(number));
    assert.throws(() => classOf(number), RangeError, String(number));
  }
});

test('a record overrides only what it names', () => {
  const attributes = attributesOf(421, { retry: 'reconnect', control: 'closes' });
  assert.deepEqual(attributes, { ...defaults['4xx'], retry: 'reconnect', control: 'closes' });
  assert.equal(badge(421, attributes), 'Transient failure · reconnect');
});
