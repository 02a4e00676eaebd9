// What opens the data stands behind the '#': it is taken out of the address, and handed over with the press alone.
const form = document.querySelector('form');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
form.elements.token.value = token;
form.hidden = !token;
document.getElementById('over').hidden = Boolean(token);
