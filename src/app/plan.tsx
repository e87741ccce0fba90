// Where the person's plan begins.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode>{import.meta.env.VITE_BUILD}</StrictMode>);
