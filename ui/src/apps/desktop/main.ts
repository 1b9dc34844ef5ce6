/** The desk: the window of the till, also served to a browser by the bridge. */
import '../../styles/base.css';
import { mount } from 'svelte';
import { startEvents } from '../../api';
import { startKeys } from '../../state/actions.svelte';
import { startLocale } from '../../state/locale.svelte';
import { startRouter } from '../../state/router.svelte';
import { startTheme } from '../../state/theme.svelte';
import App from './App.svelte';

startTheme();
startLocale();
startRouter();
startKeys();
startEvents();

const target = document.getElementById('app');
if (target) mount(App, { target });
