/** The sign of each kind of money. */
import { ArrowLeftRight, Banknote, CreditCard, QrCode, Wallet, Gift, Layers, Sparkles } from '@lucide/svelte';

export const methodIcons = {
  cash: Banknote,
  card: CreditCard,
  qr: QrCode,
  transfer: ArrowLeftRight,
  balance: Wallet,
  certificate: Gift,
  package: Layers,
  points: Sparkles,
};
