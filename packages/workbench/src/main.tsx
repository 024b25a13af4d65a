import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './look/desk.css'

const place = document.getElementById('desk')
if (place) createRoot(place).render(<App />)
