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
import './styles/print.css';
import { App } from './App.tsx';
import { startRecord } from './state/record-store.ts';

startRecord();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <svg width="0" height="0" className="visually-hidden" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.4" height="4" className="hatch-line" />
        </pattern>
      </defs>
    </svg>
    <App />
  </StrictMode>,
);
