/** What is done with a wish: booked, held for the client, turned down, taken off the list. */
import { type BookLine, type Slot, type SlotPart, useMutation, type WaitlistEntry } from '../../api';
import * as m from '../../paraglide/messages.js';
import { clock } from '../../state';

/** A free time. */
export interface Place {
  staffId: string;
  day: string;
  startMin: number;
}

export const placeOf = (slot: Slot): Place => ({
  staffId: slot.staff_id,
  day: slot.day,
  startMin: slot.start_min,
});

/** A service of a free time as it is booked: length and price are the salon's for this client and person. */
export const bookLine = (
  part: Pick<SlotPart, 'service_id' | 'staff_id'>,
  startMin: number | null,
): BookLine => ({
  service_id: part.service_id,
  staff_id: part.staff_id,
  start_min: startMin,
  duration_min: null,
  price_minor: null,
  line_id: null,
});

export class WishWork {
  readonly book = useMutation('book_appointment', { toast: () => m.waitlist_booked(), undo: true });
  readonly offer = useMutation('offer_slot', {
    toast: ({ until }) => m.waitlist_offered({ time: clock(until) }),
    undo: true,
  });
  readonly decline = useMutation('decline_offer', { toast: () => m.waitlist_declined(), undo: true });
  readonly close = useMutation('close_waitlist_entry', { toast: () => m.waitlist_closed(), undo: true });

  /** A visit at risk is let be or looked after again, on all of the salon's PCs. */
  readonly watch = useMutation('set_risk_ignored', {
    toast: (_, { ignored }) => (ignored ? m.waitlist_ignored_done() : m.waitlist_watched_done()),
    undo: true,
  });

  /** Something runs: a second press does nothing. */
  get busy(): boolean {
    return [this.book, this.offer, this.decline, this.close, this.watch].some((one) => one.pending);
  }

  /** Books the wish at this time; the wish is fulfilled with it. */
  async bookAt(wish: WaitlistEntry, place: Place): Promise<boolean> {
    const part = { service_id: wish.entry.service_id, staff_id: place.staffId };
    const done = await this.book.run({
      client_id: wish.client_id,
      new_client: null,
      day: place.day,
      start_min: place.startMin,
      lines: [bookLine(part, null)],
      note: wish.entry.note,
      source: '',
      override_conflicts: false,
      group_id: null,
      waitlist_entry_id: wish.entry_id,
    });
    return done !== undefined;
  }

  /** Holds this time for the client. */
  async offerAt(wish: WaitlistEntry, place: Place): Promise<boolean> {
    const { staffId: staff_id, day, startMin: start_min } = place;
    return (await this.offer.run({ entry_id: wish.entry_id, staff_id, day, start_min })) !== undefined;
  }
}
