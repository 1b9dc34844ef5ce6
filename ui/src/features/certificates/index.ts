export { default as CertificateDialog } from './CertificateDialog.svelte';
