import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { actions, host } from './store.ts';
import { keepAnnouncing } from './ui/announce/announcements.tsx';
import { App } from './ui/app.tsx';
import { keepFocus } from './ui/keep-focus.ts';
import { keepLayout } from './ui/keep-layout.ts';
import { loadLater } from './ui/later.tsx';
import { keepMenu } from './ui/menu-commands.ts';
import { keepHours } from './ui/system-hours.ts';

const container = document.getElementById('app');
if (container === null) throw new Error('The page has no place for the app.');
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepMenu(host);
keepLayout(host);
keepFocus();
keepAnnouncing();
keepHours();
void actions.start().then(loadLater);
