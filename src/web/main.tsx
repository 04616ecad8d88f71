import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/map.css';
import './styles/timeline.css';
import './styles/words.css';
import './styles/pages.css';
import './styles/review.css';
import './styles/print.css';
import { App } from './App.tsx';
import { startRecord } from './state/record-store.ts';

startRecord();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
