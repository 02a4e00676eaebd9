Console.Error.WriteLine("usage: load --scenario echo|debrief");
return 2;
