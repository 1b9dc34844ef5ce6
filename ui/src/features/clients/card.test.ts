import { describe, expect, it } from 'vitest';
import type { ClientVisit } from '../../api';
import {
  addTags,
  ageOn,
  birthdayText,
  cardFromSearch,
  emptyCard,
  initialsOf,
  percentText,
  readBirthday,
  readPercent,
  sameCard,
  tidyCard,
  visitWord,
} from './card';

describe('birthdays', () => {
  it('reads a date with and without its year', () => {
    expect(readBirthday('14.03.1990')).toBe('1990-03-14');
    expect(readBirthday(' 14.3 ')).toBe('1904-03-14');
    expect(readBirthday('29.02')).toBe('1904-02-29');
    expect(readBirthday('')).toBeNull();
    expect(readBirthday('31.02.1990')).toBeUndefined();
    expect(readBirthday('spring')).toBeUndefined();
  });

  it('shows what it read', () => {
    for (const text of ['14.03.1990', '14.03', ''])
      expect(birthdayText(readBirthday(text) ?? null)).toBe(text);
  });

  it('counts whole years', () => {
    expect(ageOn('1990-03-14', '2026-03-13')).toBe(35);
    expect(ageOn('1990-03-14', '2026-03-14')).toBe(36);
    expect(ageOn('1904-03-14', '2026-03-14')).toBeNull();
  });
});

describe('percents', () => {
  it('reads and shows them', () => {
    expect(readPercent('12,5 %')).toBe(1250);
    expect(readPercent('100')).toBe(10_000);
    expect(readPercent('')).toBe(0);
    expect(percentText(1250, 'ru')).toBe('12,5');
    expect(percentText(1000, 'en')).toBe('10');
    expect(percentText(0, 'ru')).toBe('');
  });

  it('refuses what is none', () => {
    for (const text of ['101', '-5', 'ten', '1,234']) expect(readPercent(text)).toBeNull();
  });
});

describe('labels', () => {
  it('adds each once', () => {
    expect(addTags(['VIP'], 'vip, утро;  любит   кофе ,')).toEqual(['VIP', 'утро', 'любит кофе']);
  });
});

describe('a card', () => {
  it('begins with what was searched for', () => {
    expect(cardFromSearch(' Анна Ким ')).toMatchObject({ first_name: 'Анна', last_name: 'Ким', phones: [] });
    expect(cardFromSearch('+7 701 123')).toMatchObject({ first_name: '', phones: ['+7 701 123'] });
    expect(cardFromSearch('  ')).toEqual(emptyCard());
  });

  it('is saved without empty phones and loose spaces', () => {
    const typed = { ...emptyCard(), first_name: ' Анна ', phones: ['', ' 701 ', ' '] };
    expect(tidyCard(typed)).toMatchObject({ first_name: 'Анна', phones: ['701'] });
    expect(sameCard(typed, { ...emptyCard(), first_name: 'Анна', phones: ['701'] })).toBe(true);
    expect(sameCard(typed, emptyCard())).toBe(false);
  });

  it('has initials of letters only', () => {
    expect(initialsOf('Гульнара Омарова')).toBe('ГО');
    expect(initialsOf('+7 701 123')).toBe('');
    expect(initialsOf('анна')).toBe('А');
  });
});

describe('visitWord', () => {
  const visit = (status: ClientVisit['status'], payment_status: ClientVisit['payment_status'], day: string) =>
    visitWord(
      {
        status,
        payment_status,
        day,
        appointment_id: '',
        start_min: 600,
        services: [],
        staff: [],
        total_minor: 1,
        paid_minor: 0,
      },
      '2026-11-21',
    );

  it('is red only where the visit is over', () => {
    expect(visit('completed', 'unpaid', '2026-11-21')).toBe('due');
    expect(visit('confirmed', 'unpaid', '2026-11-20')).toBe('due');
    expect(visit('confirmed', 'unpaid', '2026-11-21')).toBe('status');
  });

  it('says what else there is to know', () => {
    expect(visit('no_show', 'unpaid', '2026-11-01')).toBe('status');
    expect(visit('completed', 'paid', '2026-11-01')).toBe('paid');
    expect(visit('booked', 'partial', '2026-12-01')).toBe('part');
  });
});
