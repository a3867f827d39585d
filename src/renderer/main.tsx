import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { actions } from './store.ts';
import { App } from './ui/app.tsx';
import { loadLater } from './ui/later.ts';
import { listenToMenu } from './ui/menu-commands.ts';

const container = document.getElementById('app');
if (container === null) throw new Error('The page has no place for the app.');
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
listenToMenu();
void actions.start().then(loadLater);
