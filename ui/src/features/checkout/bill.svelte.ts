/** Changing what stands on a bill: pieces are counted up as fast as the key is pressed. */
import { type Appointment, type BillItem, call, type Product, useMutation } from '../../api';
import * as m from '../../paraglide/messages.js';
import { session } from '../../state';
import { labelled, sameLine, stepOf, stepped } from './items';

/** So long the number that was asked for stands in place of the engine's, which is on its way. */
const SETTLES_MS = 400;

export class BillEditor {
  /** Quantities that were asked for and are not shown by the engine yet. */
  wanted = $state.raw<Readonly<Record<string, number>>>({});
  /** What was sent last of each line, until its answer has settled. */
  #sent = new Map<string, number>();
  #visit: () => Appointment | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  #update = useMutation('update_bill_item');
  #add = useMutation('add_product');
  #remove = useMutation('remove_bill_item', { undo: true, toast: () => m.checkout_item_removed() });

  constructor(visit: () => Appointment | undefined) {
    this.#visit = visit;
  }

  quantityOf(item: BillItem): number {
    return this.wanted[item.line_id] ?? item.quantity;
  }

  /** One step more or fewer. */
  step(item: BillItem, by: 1 | -1): void {
    const next = stepped(this.quantityOf(item), item.unit, by);
    if (next !== null) this.#want(item, next);
  }

  #want(item: BillItem, quantity: number): void {
    this.wanted = { ...this.wanted, [item.line_id]: quantity };
    this.#turn(() => this.#settle(item));
  }

  async #settle(item: BillItem): Promise<void> {
    const { line_id, seller_id } = item;
    const quantity = this.wanted[line_id];
    // A turn before took it along.
    if (quantity === undefined || quantity === this.#sent.get(line_id)) return;
    this.#sent.set(line_id, quantity);
    const done = await this.#update.run({ line_id, quantity, price_minor: null, by_list: false, seller_id });
    const forget = () => {
      if (this.#sent.get(line_id) !== quantity || this.wanted[line_id] !== quantity) return;
      this.#sent.delete(line_id);
      this.wanted = Object.fromEntries(Object.entries(this.wanted).filter(([id]) => id !== line_id));
    };
    if (done) setTimeout(forget, SETTLES_MS);
    else forget();
  }

  /** One after the other: nothing that was pressed is lost. */
  #turn(run: () => Promise<unknown>): void {
    this.#turns = this.#turns.then(run, run);
  }

  /** One more of a product: on the line it has already, or on a new one. */
  add(product: Product): void {
    this.#turn(async () => {
      const id = this.#visit()?.appointment_id;
      if (!id) return;
      // What the turn before put on the bill may not be on the screen yet.
      const { appointment } = await call('get_checkout', { appointment_id: id, with: [] });
      const same = sameLine(appointment.items, product.product_id);
      if (same) {
        this.wanted = { ...this.wanted, [same.line_id]: same.quantity + stepOf(same.unit) };
        await this.#settle(same);
        return;
      }
      await this.#add.run({
        appointment_id: id,
        product_id: product.product_id,
        quantity: stepOf(product.product.unit),
        price_minor: null,
        seller_id: session()?.staff_id ?? null,
      });
    });
  }

  /** Takes it off the bill; true where it is off. */
  async remove(item: BillItem): Promise<boolean> {
    return (await this.#remove.run({ line_id: item.line_id })) !== undefined;
  }

  /** A code was scanned: the product it names comes on the bill. False where it names none. */
  async scan(code: string): Promise<boolean> {
    const { products } = await call('list_products', { text: code, limit: 5 });
    const product = labelled(products, code);
    if (product) this.add(product);
    return product !== undefined;
  }

  /** The line that + and − act on: the one with the keyboard, else the last product. */
  current(): BillItem | undefined {
    const goods = (this.#visit()?.items ?? []).filter((item) => item.kind === 'product');
    const id = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
    return goods.find((item) => item.line_id === id) ?? goods.at(-1);
  }
}
