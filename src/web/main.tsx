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

/** The fonts of all words, preloaded by the page: at most so long is waited for them, so that no word is set twice. */
const FONTS = ['400 1em "Source Sans 3"', '600 1em "Source Sans 3"', '400 1em "Source Serif 4"'];
const fonts = Promise.all(FONTS.map(font => document.fonts.load(font))).catch(() => {});
const enough = new Promise(done => setTimeout(done, 300));
void Promise.race([fonts, enough]).then(() =>
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
