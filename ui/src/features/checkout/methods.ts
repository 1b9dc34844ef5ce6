/** The sign of each kind of money. */
import { ArrowLeftRight, Banknote, CreditCard, QrCode } from '@lucide/svelte';

export const methodIcons = { cash: Banknote, card: CreditCard, qr: QrCode, transfer: ArrowLeftRight };
