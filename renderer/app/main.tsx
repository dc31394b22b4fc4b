import { createRoot } from 'react-dom/client';
import { signOutWithPage } from '../client/call.ts';
import { App } from './App.tsx';
import './styles/base.css';
import './styles/frame.css';
import './styles/screens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page holds no #root');
// A file dropped beside the place for it must not replace the page, and with it everything that was typed.
for (const event of ['dragover', 'drop'] as const) {
  window.addEventListener(event, (dropped) => {
    dropped.preventDefault();
  });
}

window.addEventListener('pagehide', signOutWithPage);

createRoot(root).render(<App />);
