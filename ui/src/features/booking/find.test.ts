import { describe, expect, it } from 'vitest';
import { findByName, fold, otherLayout, readClient } from './find';

const services = ['Стрижка мужская', 'Стрижка женская', 'Мытьё и укладка', 'Окрашивание в один тон'];
const find = (text: string) => findByName(services, (name) => name, text);

describe('services are found by a few letters', () => {
  it('the beginning of any word, in any order', () => {
    expect(find('стр')).toEqual(['Стрижка мужская', 'Стрижка женская']);
    expect(find('жен стр')).toEqual(['Стрижка женская']);
  });
  it('ё is е, and case does not matter', () => {
    expect(find('МЫТЬЕ')).toEqual(['Мытьё и укладка']);
    expect(fold('Фарбування Ії')).toBe('фарбування ии');
  });
  it('the wrong layout is forgiven', () => {
    expect(otherLayout('cnhb')).toBe('стри');
    expect(find('erkfl')).toEqual(['Мытьё и укладка']);
  });
  it('a name that begins so stands before one that only contains it', () => {
    expect(findByName(['Экспресс-окрашивание', 'Окрашивание'], (name) => name, 'окр')).toEqual([
      'Окрашивание',
      'Экспресс-окрашивание',
    ]);
  });
  it('nothing typed finds nothing', () => {
    expect(find('  ')).toEqual([]);
    expect(find('йога')).toEqual([]);
  });
});

describe('a new client is read from one line', () => {
  it('name, surname and phone in any manner of writing', () => {
    expect(readClient('анна ким 8 (701) 123-45-67')).toEqual({
      firstName: 'Анна',
      lastName: 'Ким',
      phone: '8 (701) 123-45-67',
    });
    expect(readClient('+77011234567')).toEqual({ firstName: '', lastName: '', phone: '+77011234567' });
  });
  it('a short number belongs to the name', () => {
    expect(readClient('Айгуль 25')).toEqual({ firstName: 'Айгуль', lastName: '25', phone: '' });
  });
});
