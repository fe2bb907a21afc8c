/** Starts the desk. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/desk.css';
import './styles/list.css';
import './styles/lead.css';
import './styles/rows.css';
import './styles/why.css';
import './styles/windows.css';
import './styles/intake.css';

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
