/** What the client has with the salon, as choices of a payment. No framework. */
import type { Appointment, Certificate, Credit, MethodKind } from '../../api';

/** One choice: an account of the client, or a session of a package for one line of the bill. */
export interface CreditChoice {
  kind: MethodKind;
  /** Of the package or certificate, or empty. */
  name: string;
  methodId: string;
  sourceId: string;
  /** Of a package: the line that a session pays. */
  lineId: string | null;
  /** How much it can pay at most; of a package: just so much. */
  most: number;
}

export function creditKey(choice: Pick<CreditChoice, 'methodId' | 'sourceId' | 'lineId'>): string {
  return [choice.methodId, choice.sourceId, choice.lineId ?? ''].join(':');
}

/** A line that a session can pay: what it is, and what remains of it. */
export interface OpenLine {
  lineId: string;
  service: string;
  remaining: number;
}

/** Lines of visits with what remains of each. */
export function openLines(visits: readonly Pick<Appointment, 'lines'>[]): OpenLine[] {
  return visits.flatMap(({ lines }) =>
    lines
      .filter((line) => line.paid_minor < line.price_minor)
      .map((line) => ({
        lineId: line.line_id,
        service: line.service,
        remaining: line.price_minor - line.paid_minor,
      })),
  );
}

/** A credit's choices: one, or of a package one for each line that a session can pay. */
export function choicesOf(credit: Credit, lines: readonly OpenLine[]): CreditChoice[] {
  const one = {
    kind: credit.kind,
    name: credit.name,
    methodId: credit.method_id,
    sourceId: credit.source_id,
  };
  if (credit.kind !== 'package') return [{ ...one, lineId: null, most: credit.available_minor }];
  return lines
    .filter(({ lineId }) => credit.line_ids.includes(lineId))
    .map(({ lineId, remaining }) => ({ ...one, lineId, most: remaining }));
}

/** All choices of all credits. */
export function allChoices(credits: readonly Credit[], lines: readonly OpenLine[]): CreditChoice[] {
  return credits.flatMap((credit) => choicesOf(credit, lines));
}

/** A certificate as a choice. */
export function certificateChoice(
  certificate: Pick<Certificate, 'certificate_id' | 'code' | 'payable_minor'>,
  methodId: string,
): CreditChoice {
  const { certificate_id: sourceId, code: name, payable_minor: most } = certificate;
  return { kind: 'certificate', name, methodId, sourceId, lineId: null, most };
}
