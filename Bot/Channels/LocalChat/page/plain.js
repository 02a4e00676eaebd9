export function showPlain(place) { place.textContent = 'plain'; }
