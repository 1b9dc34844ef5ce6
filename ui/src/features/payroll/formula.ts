/** How a sum of commission came to be, spelled out. The figures come from the engine; nothing is added here. */
import type { CommissionFormula, EarningLine } from '../../api';

/** Words and figures as the language writes them. */
export interface Speech {
  sum: (minor: number) => string;
  percent: (basisPoints: number) => string;
  discount: string;
  materials: string;
  fixed: string;
  share: string;
  undone: string;
  /** Of an assistant's share that is not taken out of the commission. */
  onTop: string;
  count: (thousandths: number) => string;
  left: (left: string, sold: string) => string;
  instead: (now: string, was: string) => string;
  month: (base: string, percent: string) => string;
}

const MINUS = '\u2212';
const WHOLE_BP = 10_000;

/** '8 000 − discount 800 = 7 200': the way to the base; only the base where nothing is taken off. */
function base(formula: CommissionFormula, say: Speech): string {
  const off = [
    formula.discount_minor ? `${say.discount} ${say.sum(formula.discount_minor)}` : '',
    formula.materials_minor ? `${say.materials} ${say.sum(formula.materials_minor)}` : '',
  ].filter(Boolean);
  if (off.length === 0) return say.sum(formula.base_minor);
  return `${[say.sum(formula.before_minor), ...off].join(` ${MINUS} `)} = ${say.sum(formula.base_minor)}`;
}

/** What the line makes as a whole, before shares. */
function whole(formula: CommissionFormula, say: Speech): string {
  if (formula.kind === 'fixed') {
    return formula.quantity === null
      ? `${say.fixed} ${say.sum(formula.fixed_minor)}`
      : `${say.count(formula.quantity)} × ${say.sum(formula.fixed_minor)}`;
  }
  if (formula.slices.length > 1) {
    const parts = formula.slices.map((one) => `${say.sum(one.base_minor)} × ${say.percent(one.rate_bp)}`);
    return `${base(formula, say)}: ${parts.join(' + ')}`;
  }
  return `${base(formula, say)} × ${say.percent(formula.slices[0]?.rate_bp ?? formula.rate_bp)}`;
}

/** The formula of a line: '8 000 − discount 800 = 7 200 × 40 % = 2 880'. */
export function spelled(line: Pick<EarningLine, 'entry' | 'formula' | 'amount_minor'>, say: Speech): string {
  const { entry, formula, amount_minor } = line;
  const result = say.sum(amount_minor);
  if (entry === 'tier') {
    return `${say.month(say.sum(formula.month_minor), say.percent(formula.rate_bp))} = ${say.sum(formula.now_minor)} ${MINUS} ${say.sum(formula.was_minor)} = ${result}`;
  }
  if (entry === 'back') {
    const why = formula.undone
      ? say.undone
      : say.left(say.sum(formula.left_minor), say.sum(formula.sold_minor));
    return `${why}: ${say.instead(say.sum(formula.now_minor), say.sum(formula.was_minor))} = ${result}`;
  }
  if (entry === 'share' && (formula.was_minor || formula.now_minor !== formula.whole_minor)) {
    return `${say.share} ${say.percent(formula.share_bp)}: ${say.instead(say.sum(formula.now_minor), say.sum(formula.was_minor))} = ${result}`;
  }
  const part =
    formula.share_bp === WHOLE_BP
      ? ''
      : ` = ${say.sum(formula.whole_minor)} × ${say.percent(formula.share_bp)}${formula.on_top ? ` ${say.onTop}` : ''}`;
  if (formula.kind === 'fixed' && formula.quantity === null && !part) return whole(formula, say);
  return `${whole(formula, say)}${part} = ${result}`;
}
