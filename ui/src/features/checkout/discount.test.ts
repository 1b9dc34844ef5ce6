import { describe, expect, it } from 'vitest';
import { lastReasons, readDiscount } from './discount';

describe('a discount as it is typed', () => {
  it.each([
    ['10%', { percent_bp: 1000 }],
    ['10 %', { percent_bp: 1000 }],
    ['12,5%', { percent_bp: 1250 }],
    ['100%', { percent_bp: 10_000 }],
    ['0,01%', { percent_bp: 1 }],
    ['500', { amount: 50_000 }],
    ['1 500,50', { amount: 150_050 }],
    ['500 ₸', { amount: 50_000 }],
    ['500 тг', { amount: 50_000 }],
    ['0', 'none'],
    ['0%', 'none'],
  ])('%s', (text, discount) => expect(readDiscount(text, 2)).toEqual({ discount, reason: '' }));

  it.each(['', '%', '-5', '100,01%', '12,345%', '1,234', 'десять', '99999999999999999', '5 00', '10% 5'])(
    '%j is none',
    (text) => expect(readDiscount(text, 2)).toBeNull(),
  );

  it('takes the reason after it', () => {
    expect(readDiscount('10% день рождения ', 2)).toEqual({
      discount: { percent_bp: 1000 },
      reason: 'день рождения',
    });
    expect(readDiscount('500 рубашка испачкана', 2)?.reason).toBe('рубашка испачкана');
    expect(readDiscount('500 руб. постоянный клиент', 2)?.reason).toBe('постоянный клиент');
    expect(readDiscount('5 000 2 визита', 0)).toEqual({ discount: { amount: 5000 }, reason: '2 визита' });
  });
});

describe('the last reasons', () => {
  it('come once, the latest first, five of them', () => {
    const given = ['День рождения', ' день рождения', '', 'Друг', 'а', 'б', 'в', 'г'];
    expect(lastReasons(given.map((reason) => ({ reason })))).toEqual([
      'День рождения',
      'Друг',
      'а',
      'б',
      'в',
    ]);
  });
});
