import { mount } from 'svelte';
import App from './App.svelte';
import { isLocale, type Result } from './core/base';
import { catalogue } from './io/content';
import type { Store } from './io/db';
import { freshSeed, guessLocale, readSetting, wallClock } from './io/device';
import type { Services } from './io/services';
import type { TeachFault, Teaching } from './io/teaching';
import { locale } from './ui/locale.svelte';
import { plain, Router, type Route } from './ui/router.svelte';
import { alarm } from './ui/shell/alarm.svelte';
import { update } from './ui/shell/update.svelte';
import { isTextSize, isTheme, theme } from './ui/theme.svelte';
import './ui/tokens.css';
import './ui/base.css';

const routes: readonly Route[] = [
  { pattern: '/', load: plain(() => import('./pages/home/Page.svelte')) },
  { pattern: '/scenarios', load: plain(() => import('./pages/home/Page.svelte')) },
  { pattern: '/play/:scenarioId', load: () => import('./pages/play/Page.svelte') },
  { pattern: '/debrief/:attemptId', load: () => import('./pages/debrief/Page.svelte') },
  { pattern: '/course', load: () => import('./pages/course/Page.svelte') },
  { pattern: '/course/:unit', load: () => import('./pages/course/UnitPage.svelte') },
  { pattern: '/course/:unit/plan', load: () => import('./pages/course/PlanPage.svelte') },
  { pattern: '/course/:unit/:section', load: () => import('./pages/course/SectionPage.svelte') },
  { pattern: '/labs/:lab', load: () => import('./pages/labs/Page.svelte') },
  { pattern: '/search', load: () => import('./pages/course/SearchPage.svelte') },
  { pattern: '/review', load: plain(() => import('./pages/course/ReviewPage.svelte')) },
  { pattern: '/coverage', load: plain(() => import('./pages/course/CoveragePage.svelte')) },
  { pattern: '/compare/:scenarioId', load: () => import('./pages/compare/Page.svelte') },
  { pattern: '/example/:scenarioId', load: () => import('./pages/example/Page.svelte') },
  { pattern: '/join', load: () => import('./pages/join/Page.svelte') },
  { pattern: '/join/:payload', load: () => import('./pages/join/Page.svelte') },
  { pattern: '/tasks', load: () => import('./pages/tasks/Page.svelte') },
  { pattern: '/tasks/:assignment', load: () => import('./pages/tasks/Page.svelte') },
  { pattern: '/handin/:attemptId', load: () => import('./pages/handin/Page.svelte') },
  { pattern: '/handin/section/:assignment/:task', load: () => import('./pages/handin/SectionPage.svelte') },
  { pattern: '/remarks', load: () => import('./pages/remarks/Page.svelte') },
  { pattern: '/remarks/:payload', load: () => import('./pages/remarks/Page.svelte') },
  { pattern: '/glossary', load: () => import('./pages/glossary/Page.svelte') },
  { pattern: '/scoring', load: plain(() => import('./pages/scoring/Page.svelte')) },
  { pattern: '/teach', load: plain(() => import('./pages/teach/workspace/Page.svelte')) },
  { pattern: '/teach/class/:id', load: () => import('./pages/teach/roster/Page.svelte') },
  { pattern: '/teach/assign/:id', load: () => import('./pages/teach/assign/Page.svelte') },
  { pattern: '/teach/assignment/:id/collect', load: () => import('./pages/teach/collect/Page.svelte') },
  { pattern: '/teach/assignment/:id/grades', load: () => import('./pages/teach/grades/Page.svelte') },
  { pattern: '/teach/assignment/:id/report', load: () => import('./pages/teach/grades/ReportPage.svelte') },
  { pattern: '/teach/class/:id/grades', load: () => import('./pages/teach/grades/ClassPage.svelte') },
  { pattern: '/teach/assignment/:id/class', load: () => import('./pages/teach/classview/Page.svelte') },
  {
    pattern: '/teach/assignment/:id/result/:handin',
    load: () => import('./pages/teach/review/Page.svelte'),
  },
  { pattern: '/teach/project/:id/:task', load: () => import('./pages/teach/project/Page.svelte') },
  { pattern: '/settings', load: plain(() => import('./pages/settings/Page.svelte')) },
];

let store: Promise<Store> | undefined;

/** The storage is larger than the first page: its program comes when a page first asks for it. */
function openOnce(): Promise<Store> {
  store ??= import('./io/db').then(({ openStore }) =>
    openStore({
      onOutdated: () => {
        alarm.raise('outdated');
      },
    }),
  );
  // What could not be fetched now may be there at the next try.
  store.catch(() => (store = undefined));
  return store;
}

let workspace: Promise<Result<Teaching, TeachFault>> | undefined;

/** The instructor's storage, like the learner's. One that could not be opened is tried again at the next call. */
async function openWorkspace(): Promise<Result<Teaching, TeachFault>> {
  workspace ??= import('./io/teaching').then(({ openTeaching }) =>
    openTeaching(() => {
      alarm.raise('outdated');
    }),
  );
  const opening = workspace;
  const opened = await opening.catch((error: unknown) => {
    workspace = undefined;
    throw error;
  });
  if (!opened.ok) workspace = undefined;
  return opened;
}

const services: Services = {
  store: openOnce,
  teaching: openWorkspace,
  catalogue: () => catalogue,
  now: wallClock,
  seed: freshSeed,
};

function restoreLook(): void {
  const language = readSetting('locale');
  const look = readSetting('theme');
  const size = readSetting('text');
  locale.set(isLocale(language) ? language : guessLocale(navigator.languages));
  if (isTheme(look)) theme.choose(look);
  if (isTextSize(size)) theme.size(size);
}

/** The offline copy must not take from the first page what that still needs to be shown. */
function atLeisure(work: () => void): void {
  const rest = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(work);
    else setTimeout(work, 2_000);
  };
  if (document.readyState === 'complete') rest();
  else addEventListener('load', rest, { once: true });
}

async function keepOffline(): Promise<void> {
  const { offline } = await import('./io/offline');
  offline?.watch((view) => {
    update.show(view.update ? () => void offline.use() : undefined);
  });
  await offline?.start();
}

restoreLook();
const router = new Router(routes);
router.start();
const target = document.querySelector('#app');
if (!target) throw new Error('index.html has no #app');
target.replaceChildren();
mount(App, { target, props: { services, router } });
if (import.meta.env.OFFLINE_WORKER !== undefined) atLeisure(() => void keepOffline().catch(console.warn));
