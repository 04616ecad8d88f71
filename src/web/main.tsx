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
import './styles/search.css';
import './styles/sitrep.css';
import './styles/print.css';
import { App } from './App.tsx';
import { startRecord } from './state/record-store.ts';
import { watchSaved } from './state/saved-searches.ts';
import { strings } from './strings.ts';

startRecord();
watchSaved(strings.search.notice);
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
