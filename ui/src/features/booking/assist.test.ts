import { describe, expect, it } from 'vitest';
import { MOST, rowsOf, sharesOf, withRoom } from './assist';

const helper = (staffId: string, percent: string) => ({ staffId, percent });

describe('who helps', () => {
  it('has a row for each and an empty one, as long as there is room', () => {
    expect(rowsOf([])).toEqual([helper('', '')]);
    expect(rowsOf([{ staff_id: 'a', share_bp: 3750 }])).toEqual([helper('a', '37,5'), helper('', '')]);
    const all = Array.from({ length: MOST }, (_, at) => helper(`s${at}`, '10'));
    expect(withRoom(all)).toHaveLength(MOST);
    expect(withRoom([helper('', '')])).toHaveLength(1);
  });

  it('asks for shares of at most the whole, nobody is left out', () => {
    expect(sharesOf([helper('a', '30'), helper('', ''), helper('b', '70')])).toEqual([
      { staff_id: 'a', share_bp: 3_000 },
      { staff_id: 'b', share_bp: 7_000 },
    ]);
    expect(sharesOf([helper('', '40')])).toEqual([]);
    expect(sharesOf([helper('a', '')])).toBeNull();
    expect(sharesOf([helper('a', '0')])).toBeNull();
    expect(sharesOf([helper('a', '60'), helper('b', '50')])).toBeNull();
  });
});
