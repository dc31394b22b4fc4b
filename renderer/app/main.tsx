import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './styles/base.css';
import './styles/frame.css';
import './styles/screens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page holds no #root');
createRoot(root).render(<App />);
