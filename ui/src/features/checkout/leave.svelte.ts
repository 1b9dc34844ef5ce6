/** A sale on whose bill nothing was put leaves no trace when its checkout is left. */
import { call, type Checkout } from '../../api';
import { isBlank, isOpen } from './items';

/** Gives up the sale that the checkout showed last, where it is blank; nobody needs to be asked or told. */
export function useBlankSales(checkout: () => Checkout | undefined): void {
  let shown: Checkout | undefined;
  const drop = () => {
    const visit = shown?.appointment;
    if (!shown || !visit || !isOpen(visit) || !isBlank(visit, shown.receipts.length)) return;
    void call('drop_sale', { appointment_id: visit.appointment_id }).catch(() => undefined);
  };
  $effect(() => {
    const now = checkout();
    if (!now) return;
    if (shown && shown.appointment.appointment_id !== now.appointment.appointment_id) drop();
    shown = now;
  });
  $effect(() => drop);
}
